"""The network as somebody else writes it: run safely, checked, trained and judged beside ours."""
