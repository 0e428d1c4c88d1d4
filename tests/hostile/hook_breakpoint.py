# ends: waiting
breakpoint()
