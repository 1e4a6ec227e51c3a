"""What runs the units: each engine only maps one function over them."""
