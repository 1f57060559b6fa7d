"""``hemrunda schema``: the published JSON Schema of a document."""

from api.cli.session import Session
from planner.exchange.schema import DOCUMENTS, schema_text


def print_schema(session: Session, document: str) -> None:
    """Print the JSON Schema of ``document``, for instance ``case``, as a result."""
    name = next(name for name in DOCUMENTS if name.startswith(f"{document}."))
    session.show(schema_text(DOCUMENTS[name]).rstrip())
