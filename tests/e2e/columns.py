"""The sum in sight, column by column, for tests of it."""


def row(app, table: str, name: str):
    """The cells of a row for the bits, the highest bit first."""
    return app.page.locator(f"#{table} tr.{name} .bit")


def decimal(app, name: str):
    return app.page.locator(f"#bit-grid tr.{name} .decimal")


def ask(app, first: str, second: str) -> None:
    """Type two numbers and ask, with the keyboard alone."""
    app.field("First number").fill(first)
    app.field("Second number").fill(second)
    app.page.keyboard.press("Enter")
