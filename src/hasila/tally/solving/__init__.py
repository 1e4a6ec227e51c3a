"""Which claims can be true together: exact equations, a solver where they contradict, and the sums behind a cell."""
