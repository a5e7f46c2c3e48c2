"""Pictures drawn from noise and light, for the sample piece."""
