"""What style sheets and attributes say of a page's elements, and what a reader sees of them therefore."""
