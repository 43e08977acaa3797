"""The sockets of gradus against libzmq: messages with frames of all sizes both ways, subscriptions, reconnects, heartbeats.

    python sockets.py GRADUS_BENCH [COUNT]

GRADUS_BENCH is built with `GRADUS_TOOLS=1 swift build -c release --product gradus-bench`. Status 1 at the first thing that is not as
it should be.
"""

import random
import subprocess
import sys
import threading
import time
from collections import deque

import zmq

COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
LOAD = random.Random(2).randbytes(1 << 20)
server = subprocess.Popen([*sys.argv[1].split(), "sockets"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
ROUTER, PUBLISHER, FEED, REPLIER = [f"tcp://127.0.0.1:{port}" for port in server.stdout.readline().split()]
context = zmq.Context()


def socket(kind, address, **options):
    made = context.socket(kind)
    made.linger = 0
    made.rcvtimeo = 60_000
    for name, value in options.items():
        setattr(made, name, value)
    made.connect(address)
    return made


def check(found, expected, what):
    if found != expected:
        sys.exit(f"{what}: {str(found)[:200]} is not {str(expected)[:200]}")


def report(what, start):
    with open(f"/proc/{server.pid}/status") as status:
        memory = next(int(line.split()[1]) * 1024 / 1e6 for line in status if line.startswith("VmRSS"))
    print(f"{what}: {time.monotonic() - start:.1f} s, then {memory:.1f} MB")


def sizes(chance):
    if chance.random() < 0.4:
        return chance.choice([0, 1, 254, 255, 256, 257])
    return int(10 ** chance.uniform(0, 4)) if chance.random() < 0.999 else chance.randrange(1 << 20)


def there_and_back():
    chance, start = random.Random(1), time.monotonic()
    dealer, waiting = socket(zmq.DEALER, ROUTER), deque()
    for number in range(COUNT):
        frames = [LOAD[place:place + sizes(chance)] for place in (chance.randrange(1000) for _ in range(chance.randrange(1, 5)))]
        waiting.append([str(number).encode(), *frames])
        dealer.send_multipart(waiting[-1])
        while len(waiting) > 500:
            check(dealer.recv_multipart(), waiting.popleft(), "an answer")
    while waiting:
        check(dealer.recv_multipart(), waiting.popleft(), "an answer")
    big = LOAD * 40
    dealer.send(big)
    check(dealer.recv() == big, True, "a frame of 40 MB")
    dealer.close()
    report(f"{COUNT} messages there and back in order, and one frame of 40 MB", start)


def published(number):
    chance = random.Random(number)
    return [b"ab"[number % 2:number % 2 + 1], str(number).encode(), LOAD[:chance.choice([0, 1, 255, 256, 3_000, 20_000])]]


def subscriptions():
    start = time.monotonic()
    some, all_of_it = (socket(zmq.SUB, PUBLISHER, rcvhwm=0) for _ in range(2))
    some.subscribe(b"a")
    all_of_it.subscribe(b"")
    check(some.recv_multipart(), [b"a", b"welcome"], "a welcome")
    check(all_of_it.recv_multipart(), [b"", b"welcome"], "a welcome")
    feed = socket(zmq.DEALER, FEED, sndhwm=0)
    sender = threading.Thread(target=lambda: [feed.send_multipart(published(number)) for number in range(COUNT)])
    sender.start()
    for number in range(COUNT):
        check(all_of_it.recv_multipart(), published(number), "what all hear")
    for number in range(0, COUNT, 2):
        check(some.recv_multipart(), published(number), "what some hear")
    sender.join()
    some.unsubscribe(b"a")
    some.subscribe(b"b")
    check(some.recv_multipart(), [b"b", b"welcome"], "a welcome")
    for topic in (b"a", b"b"):
        feed.send_multipart([topic])
    check(some.recv_multipart(), [b"b"], "another topic")
    report(f"{COUNT} messages to two subscribers, one of half of them", start)


def heartbeats():
    start, request = time.monotonic(), socket(zmq.REQ, REPLIER)
    for number in range(10_000):
        request.send(str(number).encode())
        check(request.recv(), str(number).encode(), "a heartbeat")
    report("10000 heartbeats", start)
    dealer = socket(zmq.DEALER, ROUTER, heartbeat_ivl=20, heartbeat_timeout=2_000, heartbeat_ttl=5_000)
    ended = dealer.get_monitor_socket(zmq.EVENT_DISCONNECTED)
    for number in range(2):
        dealer.send(b"1")
        check(dealer.recv(), b"1", "an answer between pings")
        time.sleep(1)
    check(ended.poll(10), 0, "connections that ended in spite of pings")


def reconnects():
    chance, start = random.Random(3), time.monotonic()
    for number in range(1_000):
        dealer = socket(zmq.DEALER, ROUTER, **({"identity": b"same"} if number % 2 else {}))
        dealer.send_multipart([str(number).encode(), LOAD[:chance.randrange(2_000)]])
        subscriber = socket(zmq.SUB, PUBLISHER)
        subscriber.subscribe(str(number).encode())
        # Some leave before they are answered.
        if number % 3:
            check(dealer.recv_multipart()[0], str(number).encode(), "an answer")
            check(subscriber.recv_multipart(), [str(number).encode(), b"welcome"], "a welcome")
        dealer.close()
        subscriber.close()
    crowd = [socket(zmq.DEALER, ROUTER) for _ in range(60)]
    for number, dealer in enumerate(crowd):
        dealer.send(str(number).encode())
    for number, dealer in enumerate(crowd):
        check(dealer.recv(), str(number).encode(), "an answer in a crowd")
    report("2000 peers that come and go, 60 at once", start)


try:
    for part in (there_and_back, subscriptions, heartbeats, reconnects):
        part()
finally:
    server.stdin.close()
check(server.wait(timeout=60), 0, "the end of the server")
