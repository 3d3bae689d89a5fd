"""Whether the reader of HTML says of a text that it is seen where a browser draws it, and nowhere else."""
