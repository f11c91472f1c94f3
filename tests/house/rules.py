"""Rules of the house that no other tool knows: each takes a syntax tree and gives the lines that break it."""

import ast
from collections.abc import Callable, Iterator

Rule = Callable[[ast.Module], Iterator[int]]

# Qt reads the text of these as rich text when it looks like it, and then opens the files it names.
# They are made in app/ui/safe_text.py alone, where the text format is set first.
RICH_BY_ITSELF = {
    "QLabel",
    "QTextEdit",
    "QTextBrowser",
    "QMessageBox",
    "QErrorMessage",
    "QInputDialog",
    "QProgressDialog",
}
RICH_METHODS = {
    "setToolTip",
    "setWhatsThis",
    "setHtml",
    "insertHtml",
    "setMarkdown",
    "setOpenExternalLinks",
    "openUrl",
}
RICH_WORDS = {"openExternalLinks"}


def shows_rich_text(tree: ast.Module) -> Iterator[int]:
    """Something that would interpret text from people."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in RICH_BY_ITSELF:
                yield node.lineno
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=attr)) if (
                owner in RICH_BY_ITSELF or attr in RICH_BY_ITSELF or (owner, attr) == ("QToolTip", "showText")
            ):
                yield node.lineno
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in RICH_METHODS:
                yield node.lineno
            case ast.ClassDef(bases=bases) if any(_last_name(base) in RICH_BY_ITSELF for base in bases):
                yield node.lineno
            case ast.keyword(arg=word) | ast.Attribute(attr=word) if word in RICH_WORDS:
                yield node.lineno


def is_modal(tree: ast.Module) -> Iterator[int]:
    """`dialog.exec()`: a loop within the loop, in which other tasks die."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="exec" | "exec_")):
                yield node.lineno


def connects_a_lambda(tree: ast.Module) -> Iterator[int]:
    """`signal.connect(lambda …)` or a partial: it keeps whole windows alive."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="connect"), args=args):
                yield from (
                    arg.lineno for arg in args if isinstance(arg, ast.Lambda) or _calls(arg, "partial")
                )


def leaves_a_task_alone(tree: ast.Module) -> Iterator[int]:
    """A task that neither a TaskGroup nor an object's attribute holds: nobody hears of it again."""
    groups = set(_task_groups(tree))
    held = set(_held_by_an_object(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=owner, attr="create_task")):
                if ast.unparse(owner) not in groups and node not in held:
                    yield node.lineno
            case ast.Call(
                func=ast.Attribute(attr="ensure_future") | ast.Name(id="create_task" | "ensure_future")
            ):
                yield node.lineno


def leaves_the_one_loop(tree: ast.Module) -> Iterator[int]:
    """A thread of Qt's, or a coroutine as a slot: there is one loop, and a window owns its tasks."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name) if name in {
                *("QThread", "QThreadPool", "QRunnable", "asyncSlot", "asyncClose")
            }:
                yield node.lineno


def _held_by_an_object(tree: ast.Module) -> Iterator[ast.expr]:
    """The values given to attributes, as in `self._renewal = loop.create_task(…)`."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Attribute()], value=value):
                yield value
            case ast.AnnAssign(target=ast.Attribute(), value=ast.expr() as value):
                yield value


def _task_groups(tree: ast.Module) -> Iterator[str]:
    """How a module names its task groups: `async with TaskGroup() as x`, and whatever is annotated as one."""
    for node in ast.walk(tree):
        match node:
            case ast.withitem(context_expr=made, optional_vars=ast.expr() as name) if _calls(
                made, "TaskGroup"
            ):
                yield ast.unparse(name)
            case ast.arg(arg=name, annotation=ast.expr() as kind) if "TaskGroup" in ast.unparse(kind):
                yield from (name, f"self.{name}", f"self._{name}")
            case ast.AnnAssign(target=target, annotation=kind) if "TaskGroup" in ast.unparse(kind):
                yield ast.unparse(target)
            case ast.Assign(targets=[target], value=made) if _calls(made, "TaskGroup"):
                yield ast.unparse(target)


def _calls(node: ast.expr, name: str) -> bool:
    """Whether `name` is called here, be it inside `await stack.enter_async_context(TaskGroup())`."""
    return any(isinstance(part, ast.Call) and _last_name(part.func) == name for part in ast.walk(node))


def _last_name(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]
