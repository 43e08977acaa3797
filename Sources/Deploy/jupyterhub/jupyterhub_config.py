"""JupyterHub on one machine whose users have accounts there; see README.md beside this file.

Secure as it stands: it listens to the machine itself, lets nobody in but the members of one group, and makes nobody an
administrator. State is kept in the folder in which the hub is started; that folder should be readable by root only.
"""

import os
import sys

c = get_config()  # noqa: F821, JupyterHub provides it
environment = os.path.join(sys.prefix, "bin")

# Who may come in: accounts of the machine that are in this group. Their passwords are checked by PAM.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"gradus"}

# Where: behind a proxy with https. Without one, name the machine's address, and these two as well:
#     c.JupyterHub.ssl_cert = "/etc/ssl/hub.example.pem"
#     c.JupyterHub.ssl_key = "/etc/ssl/private/hub.example.key"
c.JupyterHub.bind_url = "http://127.0.0.1:8000"

# What a user gets: the lessons in a folder of her own, JupyterLab opened there.
c.Spawner.cmd = [os.path.join(environment, "gradus-singleuser")]
c.Spawner.default_url = "/lab/tree/gradus"
c.Spawner.start_timeout = 120

# How much of the machine: the server with all its kernels, held by systemd, which also ends them together. Elsewhere nothing holds a
# user back, and the log says so.
c.Spawner.mem_limit = "1G"
c.Spawner.cpu_limit = 2
if os.path.isdir("/run/systemd/system"):
    c.JupyterHub.spawner_class = "systemd"
    c.SystemdSpawner.isolate_tmp = True
    c.SystemdSpawner.isolate_devices = True
    c.SystemdSpawner.disable_user_sudo = True
    c.SystemdSpawner.default_shell = "/bin/bash"
else:
    print("There is no systemd here, so mem_limit and cpu_limit hold nobody back.", file=sys.stderr)
    c.JupyterHub.spawner_class = "localprocess"

# Servers that nobody has used for an hour are stopped; files stay.
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600", "--cull-every=300"],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]
