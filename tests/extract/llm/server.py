"""A server that speaks the OpenAI chat protocol over real HTTP, and misbehaves as told; no client's code in it."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[["Handler", dict[str, Any]], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each question by the next of the server's replies, the last one again and again."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        question = json.loads(self.rfile.read(length))
        self.server.asked.append(question)
        self.server.keys.append(self.headers.get("Authorization"))
        if self.path != "/v1/chat/completions":
            self.answer(404, {"error": {"message": "no such path"}})
            return
        replies = self.server.replies
        (replies.pop(0) if len(replies) > 1 else replies[0])(self, question)

    def answer(self, status: int, body: object, kind: str = "application/json") -> None:
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    replies: list[Reply]
    asked: list[dict[str, Any]]
    keys: list[str | None]


def says(content: str) -> Reply:
    """Answer with these words of the model."""

    def reply(handler: Handler, question: dict[str, Any]) -> None:
        message = {"role": "assistant", "content": content}
        handler.answer(
            200,
            {
                "id": "x",
                "object": "chat.completion",
                "created": 0,
                "model": question["model"],
                "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
                "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
            },
        )

    return reply


def claims(*rows: dict[str, object]) -> Reply:
    """Answer with a JSON object of claims."""
    return says(json.dumps({"claims": rows}))


def refuses(status: int) -> Reply:
    """Answer with an error of this status."""
    return lambda handler, _: handler.answer(status, {"error": {"message": "no", "type": "error"}})


def only(form: str | None, content: str) -> Reply:
    """Answer, but refuse any question that asks for another form of answer; None: any form at all."""

    def reply(handler: Handler, question: dict[str, Any]) -> None:
        asked = question.get("response_format", {}).get("type")
        (says(content) if asked == form else refuses(400))(handler, question)

    return reply


def sleeps(seconds: float) -> Reply:
    """Answer only after a while."""

    def reply(handler: Handler, question: dict[str, Any]) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return reply


def hangs_up(handler: Handler, question: dict[str, Any]) -> None:
    """Break off in the middle of the answer."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')
    handler.close_connection = True


def page(handler: Handler, question: dict[str, Any]) -> None:
    """Answer with a web page, as a wrong address would."""
    handler.answer(200, "<html>hello</html>", "text/html")


@contextmanager
def serving(*replies: Reply) -> Iterator[tuple[str, Server]]:
    """Run the server; gives its address and itself, with what it was asked."""
    server = Server(("127.0.0.1", 0), Handler)
    server.replies, server.asked, server.keys = list(replies), [], []
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
