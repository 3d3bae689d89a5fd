"""How often differences between publications and a register are told, and how often one that is none."""
