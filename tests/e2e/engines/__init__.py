"""The same few tests in every engine: Chromium's, Firefox's and WebKit's."""
