"""open_api: The OpenAPI description, made from the contract's own schema, entries of the gate included."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from server_stub.wire.doors import decode_document, encode_document

_JSON: Final = "application/json"
_EVENTS: Final = "text/event-stream"
_BYTES: Final = "application/octet-stream"
_FILE: Final = {"type": "string", "format": "binary"}
_HEALTH: Final = {"type": "object", "required": ["status"], "properties": {"status": {"type": "string"}}}
# Every answer may also be these: a foreign Host or a broken query, a limit, a fault of ours, a stop.
_ALWAYS: Final = (400, 429, 500, 503)

# The contract's schema is JSON: its values are whatever JSON holds. Only bytes leave this module.
Json = dict[str, Any]


def open_api(schema: bytes, *, product: str) -> bytes:
    """The description as JSON. `schema` is the contract's schema.json."""
    contract = decode_document(schema.replace(b"#/$defs/", b"#/components/schemas/"))
    if not isinstance(contract, dict):
        raise ValueError("The contract's schema is not an object.")
    paths: dict[str, Json] = {}
    for entry in contract["x-traffic"]:
        paths.setdefault(entry["path"], {})[entry["method"].lower()] = _operation(entry)
    for path, gives in _OPEN.items():
        paths[path] = {"get": _plain_operation(path, gives)}
    return encode_document(
        {
            "openapi": "3.1.0",
            "info": {"title": "Vuoro", "version": product, "license": {"name": "EUPL-1.2"}},
            "paths": paths,
            "components": {
                "schemas": {name: _stripped(one) for name, one in contract["$defs"].items()},
                "securitySchemes": {
                    "staff": {"type": "http", "scheme": "bearer"},
                    "customer": {"type": "apiKey", "in": "cookie", "name": "vuoro_customer"},
                    "page": {"type": "apiKey", "in": "header", "name": "X-Page-Token"},
                },
            },
        }
    )


_OPEN: Final[Mapping[str, Json]] = {
    "/health/live": {_JSON: {"schema": _HEALTH}},
    "/health/ready": {_JSON: {"schema": _HEALTH}},
    "/api/v1/openapi.json": {_JSON: {"schema": {"type": "object"}}},
    "/": {"text/html": {"schema": {"type": "string"}}},
}


def _operation(entry: Json) -> Json:
    path, method = str(entry["path"]), str(entry["method"])
    problems = sorted({*entry.get("problems", ()), *_ALWAYS} - set(entry.get("refused", ())))
    answers = {str(entry["ok"]): _ok(entry)}
    answers |= {str(status): _answer(status, "ProblemAnswer") for status in problems}
    answers |= {str(status): _answer(status, "Refused") for status in entry.get("refused", ())}
    operation: Json = {
        "operationId": _name(method, path),
        "security": _security(method, path),
        "parameters": _parameters(method, path),
        "responses": dict(sorted(answers.items())),
    }
    if entry.get("asks_bytes"):
        operation["requestBody"] = {"required": True, "content": {_BYTES: {"schema": _FILE}}}
    if entry.get("asks"):
        operation["requestBody"] = {"required": True, "content": {_JSON: {"schema": _ref(entry["asks"])}}}
    return operation


def _plain_operation(path: str, gives: Json) -> Json:
    answers: Json = {"200": {"description": "OK", "content": gives}}
    answers |= {str(status): _answer(status, "ProblemAnswer") for status in _ALWAYS}
    return {"operationId": _name("GET", path), "security": [], "parameters": [], "responses": answers}


def _ok(entry: Json) -> Json:
    content: Json = {_JSON: {"schema": _ref(entry["gives"])}} if entry.get("gives") else {}
    if entry.get("gives_bytes"):
        content |= {type_: {"schema": _FILE} for type_ in ("application/pdf", "image/jpeg", "image/png")}
    if "streams" in entry:
        content[_EVENTS] = {"schema": {"type": "string"}}
    described: Json = {"description": HTTPStatus(entry["ok"]).phrase}
    return described | ({"content": content} if content else {})


def _answer(status: int, schema: str) -> Json:
    answer: Json = {"description": HTTPStatus(status).phrase, "content": {_JSON: {"schema": _ref(schema)}}}
    if status in (429, 503):
        answer["headers"] = {"Retry-After": {"schema": {"type": "integer", "minimum": 1}}}
    return answer


def _security(method: str, path: str) -> list[Json]:
    if path in ("/api/v1/staff/sign-in", "/api/v1/staff/refresh", "/api/v1/customer/entry"):
        return []
    if path.startswith("/api/v1/staff/"):
        return [{"staff": []}]
    if path == "/api/v1/customer/session" or not path.startswith("/api/v1/customer/"):
        return []
    return [{"customer": [], "page": []}] if method == "POST" else [{"customer": []}]


def _parameters(method: str, path: str) -> list[Json]:
    parameters: list[Json] = []
    if "{conversation_id}" in path:
        parameters.append(_parameter("conversation_id", "path", _ref("Id"), required=True))
    if "{attachment_id}" in path:
        parameters.append(_parameter("attachment_id", "path", _ref("Id"), required=True))
    if path.endswith("/uploads"):
        parameters.append(_parameter("upload_id", "query", _ref("Id"), required=True))
    names = {"messages": ("before", "limit"), "facts": ("after", "wait")}.get(path.rpartition("/")[2], ())
    number = {"type": "integer", "minimum": 0, "maximum": 2**53}
    parameters += [_parameter(name, "query", number, required=False) for name in names]
    if path.endswith("/callback-windows"):
        text: Json = {"type": "string"}
        named = ("service_id", "topic_id", "language")
        parameters += [_parameter(name, "query", text, required=True) for name in named]
    if path.endswith("/planned-day"):
        parameters.append(_parameter("day", "query", _ref("Day"), required=False))
    if path.endswith("/facts"):
        parameters.append(_parameter("Last-Event-ID", "header", number, required=False))
    if method == "POST" and path.startswith("/api/v1/customer/"):
        parameters.append(_parameter("Origin", "header", {"type": "string"}, required=True))
    return parameters


def _parameter(name: str, place: str, schema: Json, *, required: bool) -> Json:
    return {"name": name, "in": place, "required": required, "schema": schema}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _name(method: str, path: str) -> str:
    words = [word.strip("{}").replace("-", "_").replace(".", "_") for word in path.split("/") if word]
    return "_".join([method.lower(), *words])


def _stripped(schema: object) -> object:
    """Without the contract's own annotations (`x-kind`)."""
    if isinstance(schema, dict):
        return {key: _stripped(value) for key, value in schema.items() if key != "x-kind"}
    return [_stripped(one) for one in schema] if isinstance(schema, list) else schema
