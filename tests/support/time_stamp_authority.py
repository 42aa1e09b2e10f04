"""A time-stamping authority on this machine, for tests: answers RFC 3161 questions over HTTP with OpenSSL's own `ts`.

Usage: time_stamp_authority.py FOLDER

FOLDER holds tsa.pem and tsa.key. Prints its port and serves until it is killed. At /stale it answers the question that it
was asked first, whatever it is asked; at /silent it says nothing of use.
"""
import http.server
import pathlib
import subprocess
import sys

CONFIGURATION = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
"""


class Authority(http.server.BaseHTTPRequestHandler):
    folder: pathlib.Path
    first: bytes = b""

    def do_POST(self) -> None:
        question = self.rfile.read(int(self.headers["Content-Length"]))
        Authority.first = Authority.first or question
        if self.path == "/silent":
            return self.answer(b"no time to speak of")
        if self.path == "/stale":
            question = Authority.first
        asked = self.folder / "question.tsq"
        asked.write_bytes(question)
        reply = subprocess.run(
            ["openssl", "ts", "-reply", "-config", str(self.folder / "tsa.conf"), "-queryfile", str(asked)],
            check=True, capture_output=True).stdout
        self.answer(reply)

    def answer(self, reply: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    (folder / "tsa.conf").write_text(CONFIGURATION.format(folder=folder))
    (folder / "serial").write_text("01\n")
    Authority.folder = folder
    server = http.server.HTTPServer(("127.0.0.1", 0), Authority)
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
