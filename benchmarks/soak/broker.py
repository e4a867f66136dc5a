"""A private RabbitMQ: free ports on loopback, all data in one folder, removed afterwards. Needs Debian's rabbitmq-server."""

import base64
import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

from ports import free_ports

SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")  # the one under /usr/sbin switches to another user
LOGIN = "Basic " + base64.b64encode(b"guest:guest").decode()


class Broker:
    """Uses the management interface, so that no client library is needed."""

    def __init__(self, folder):
        if not SERVER.exists():
            raise SystemExit("install it first: apt-get install rabbitmq-server")
        self._port, distribution, self._epmd, management = free_ports(4)
        self.url = f"amqp://guest:guest@127.0.0.1:{self._port}/"
        self._api = f"http://127.0.0.1:{management}/api"
        (folder / "plugins").write_text("[rabbitmq_management].\n")
        (folder / "rabbitmq.conf").write_text(f"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {management}\n")
        self._environment = {
            **os.environ, "HOME": str(folder), "RABBITMQ_NODENAME": f"soak{self._port}@localhost", "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self._port), "RABBITMQ_DIST_PORT": str(distribution), "ERL_EPMD_PORT": str(self._epmd),
            "ERL_EPMD_ADDRESS": "127.0.0.1", "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"), "RABBITMQ_LOG_BASE": str(folder / "log"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"), "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
        }  # fmt: skip
        self._log = open(folder / "broker.log", "wb")
        self._process = subprocess.Popen([str(SERVER)], env=self._environment, stdout=self._log, stderr=self._log, start_new_session=True)
        self._wait(folder)

    def _wait(self, folder):
        for _ in range(240):
            try:
                self._call("GET", "/overview")
                return
            except (urllib.error.URLError, ConnectionError):
                if self._process.poll() is not None:
                    break
                time.sleep(0.5)
        raise SystemExit("RabbitMQ did not start:\n" + (folder / "broker.log").read_text())

    def listen(self, queue, exchanges):
        """Declares a queue that is bound to fanout exchanges, and declares these like MassTransit."""
        self._call("PUT", f"/queues/%2F/{queue}", {"durable": True})
        for exchange in map(quote, exchanges):
            self._call("PUT", f"/exchanges/%2F/{exchange}", {"type": "fanout", "durable": True})
            self._call("POST", f"/bindings/%2F/e/{exchange}/q/{queue}", {})

    def consumers(self, queue):
        try:
            return len(self._call("GET", f"/queues/%2F/{queue}").get("consumer_details", []))
        except urllib.error.HTTPError:
            return 0  # not declared yet

    def publish(self, exchange, kind, message):
        """Publishes in MassTransit's envelope; `kind` is the message's type."""
        envelope = {"messageType": [f"urn:message:{kind}"], "message": message}
        body = {
            "properties": {"content_type": "application/vnd.masstransit+json", "delivery_mode": 2}, "routing_key": "",
            "payload": json.dumps(envelope), "payload_encoding": "string",
        }  # fmt: skip
        if not self._call("POST", f"/exchanges/%2F/{quote(exchange)}/publish", body)["routed"]:
            raise SystemExit(f"no queue is bound to {exchange}")

    def take(self, queue, count):
        """Takes up to `count` messages from a queue."""
        body = {"count": count, "ackmode": "ack_requeue_false", "encoding": "auto"}
        return [json.loads(message["payload"]) for message in self._call("POST", f"/queues/%2F/{queue}/get", body)]

    def stop(self):
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        subprocess.run(["epmd", "-port", str(self._epmd), "-kill"], env=self._environment, stdout=self._log, stderr=self._log)
        self._log.close()

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": LOGIN, "Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(self._api + path, data, headers, method=method), timeout=60) as answer:
            text = answer.read()
            return json.loads(text) if text else None
