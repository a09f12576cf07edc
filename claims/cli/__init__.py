"""Words to the desk, its answer to the terminal."""
