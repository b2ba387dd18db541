"""The brief on screen: its rows, what keys do to them, the evidence, the matrix of hypotheses, and what a reviewer would find."""
