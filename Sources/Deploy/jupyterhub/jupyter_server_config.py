"""A user's server, on one machine and in the image: it belongs into PREFIX/etc/jupyter, where PREFIX is the Python environment."""

c = get_config()  # noqa: F821, Jupyter provides it

# Notebooks that name no kernel are run by gradus.
c.MultiKernelManager.default_kernel_name = "gradus"

# A kernel that has done nothing for half an hour is ended when its notebook is closed. One that trains is not idle.
c.MappingKernelManager.cull_idle_timeout = 1800
c.MappingKernelManager.cull_interval = 60

# Nobody installs anything for the server itself.
c.LabApp.extension_manager = "readonly"
