"""What somebody who watches can ask: about the network, about the run, and beside both."""
