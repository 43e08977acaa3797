"""A user of a hub, as her browser is one: the form, the cookies, the token against forged requests, and a kernel's WebSocket."""

import json
import queue
import threading
import time
import uuid
from urllib.parse import quote

import requests
import websocket

# Against a hang only; nothing is asked about how long a thing takes.
PATIENCE = 120


def until(what, body):
    """What the body gives, asked again until it is neither None nor False."""
    deadline = time.monotonic() + PATIENCE
    while True:
        found = body()
        if found is not None and found is not False:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.05)


class User:
    def __init__(self, hub, name, password):
        self.hub, self.name, self.browser = hub, name, requests.Session()
        self.browser.get(f"{hub}/hub/login", timeout=PATIENCE)
        self.login = self.browser.post(
            f"{hub}/hub/login", data={"username": name, "password": password, "_xsrf": self.token("/hub/")},
            allow_redirects=False, timeout=PATIENCE)
        # A page of hers, with the token that goes with her session.
        self.browser.get(f"{hub}/hub/home", timeout=PATIENCE)

    @property
    def address(self):
        return f"{self.hub}/user/{quote(self.name)}"

    def token(self, path):
        """The one that a page below the path would send along."""
        found = [cookie.value for cookie in self.browser.cookies if cookie.name == "_xsrf" and cookie.path == path]
        return found[-1] if found else None

    def start(self):
        """Starts her server and opens JupyterLab in it."""
        answer = self.browser.post(
            f"{self.hub}/hub/api/users/{quote(self.name)}/server", headers={"X-XSRFToken": self.token("/hub/")},
            timeout=PATIENCE)
        if answer.status_code not in (201, 202):
            raise AssertionError(f"the server of {self.name}: {answer.status_code} {answer.text[:500]}")
        return until(f"the server of {self.name}", self.opened)

    def opened(self):
        page = self.browser.get(f"{self.address}/lab", timeout=PATIENCE)
        return page if page.status_code == 200 and page.url.startswith(self.address) else None

    def is_ready(self):
        """What the hub says of her server."""
        model = self.browser.get(f"{self.hub}/hub/api/users/{quote(self.name)}", timeout=PATIENCE).json()
        return any(server["ready"] for server in model["servers"].values())

    def ask(self, method, path, **options):
        headers = {"X-XSRFToken": self.token(f"/user/{quote(self.name)}/")}
        return self.browser.request(method, f"{self.address}{path}", headers=headers, timeout=PATIENCE, **options)

    def read(self, path):
        answer = self.ask("GET", path)
        if answer.status_code != 200:
            raise AssertionError(f"{path} of {self.name}: {answer.status_code} {answer.text[:500]}")
        return answer.json()

    def kernel(self, name="gradus", folder="gradus"):
        answer = self.ask("POST", "/api/kernels", json={"name": name, "path": f"{folder}/notebook.ipynb"})
        if answer.status_code != 201:
            raise AssertionError(f"a kernel {name} for {self.name}: {answer.status_code} {answer.text[:500]}")
        return Kernel(self, answer.json()["id"])


class Kernel:
    def __init__(self, user, identity):
        self.user, self.identity = user, identity
        self.connect()

    def connect(self):
        """As front ends do, above all after a restart: asks until the answer and all that goes with it arrive, since the server
        begins to listen to a kernel at its leisure."""
        cookies = requests.cookies.get_cookie_header(
            self.user.browser.cookies, requests.Request("GET", f"{self.user.address}/api/kernels").prepare())
        address = f"{self.user.address.replace('http', 'ws', 1)}/api/kernels/{self.identity}/channels"
        until(f"the kernel of {self.user.name}", lambda: self.is_heard(address, cookies))

    def is_heard(self, address, cookies):
        self.socket = websocket.create_connection(address, cookie=cookies, timeout=PATIENCE)
        # Read at all times, since the server's pings are answered by reading.
        self.inbox = queue.SimpleQueue()
        threading.Thread(target=self.read, args=(self.socket, self.inbox), daemon=True).start()
        for _ in range(5):
            try:
                self.end(self.send("kernel_info_request", {}), patience=2)
                return True
            except queue.Empty:
                continue
        self.socket.close()
        return False

    @staticmethod
    def read(socket, inbox):
        try:
            while True:
                inbox.put(json.loads(socket.recv()))
        except (websocket.WebSocketException, OSError, ValueError):
            return

    @property
    def state(self):
        return self.user.read(f"/api/kernels/{self.identity}")["execution_state"]

    def send(self, kind, content):
        identity = uuid.uuid4().hex
        header = {
            "msg_id": identity, "username": self.user.name, "session": "trial", "msg_type": kind, "version": "5.5",
            "date": "2027-01-01T00:00:00Z"}
        self.socket.send(json.dumps({
            "channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": []}))
        return identity

    def begin(self, code):
        return self.send("execute_request", {
            "code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
            "stop_on_error": True})

    def messages(self, request, patience=PATIENCE):
        while True:
            message = self.inbox.get(timeout=patience)
            if message["parent_header"].get("msg_id") == request:
                yield message

    def end(self, request, patience=PATIENCE):
        """What a cell shows in the end, as text; what comes before the reply and idle is awaited."""
        shown, replied, idle = [], False, False
        for message in self.messages(request, patience):
            kind, content = message["msg_type"], message["content"]
            if kind == "execute_result":
                shown.append(content["data"]["text/plain"])
            elif kind == "stream":
                shown.append(content["text"].rstrip("\n"))
            elif kind == "error":
                shown.append(f"{content['ename']}: {content['evalue']}")
            idle = idle or kind == "status" and content["execution_state"] == "idle"
            replied = replied or kind in ("execute_reply", "kernel_info_reply")
            if idle and replied:
                return "\n".join(shown)

    def run(self, code):
        return self.end(self.begin(code))
