"""Networks as files, as short texts and as programs; files that are written whole or not at all."""
