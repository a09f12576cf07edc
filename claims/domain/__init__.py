"""What a newsroom would recognise: frozen values, no input, no output, no clock."""
