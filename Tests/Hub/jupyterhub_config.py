"""What the trial of Sources/Deploy/jupyterhub changes of the configuration there: accounts that need not exist on this machine, a
password that is known to the trial only, free ports of the loopback, shorter waiting."""

import os

c = get_config()  # noqa: F821, JupyterHub provides it
load_subconfig(os.environ["TRIAL_CONFIG"])  # noqa: F821

c.JupyterHub.bind_url = f"http://127.0.0.1:{os.environ['TRIAL_PORT']}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{os.environ['TRIAL_HUB_PORT']}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{os.environ['TRIAL_PROXY_PORT']}"
c.ConfigurableHTTPProxy.command = [os.environ["TRIAL_PROXY"]]

c.JupyterHub.authenticator_class = "shared-password"
c.SharedPasswordAuthenticator.user_password = os.environ["TRIAL_PASSWORD"]
c.Authenticator.allowed_users = set(os.environ["TRIAL_USERS"].split())

# No account, no isolation: for trials only. Homes are below the folder of the trial.
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = os.environ["TRIAL_HOMES"] + "/{username}"
c.Spawner.poll_interval = 1
if os.geteuid() == 0:
    c.Spawner.args = ["--allow-root"]
