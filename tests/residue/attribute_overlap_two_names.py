# finds: attribute platform.system reverted
# finds: attribute platform.machine reverted
import platform
from unittest.mock import patch

system = patch.object(platform, 'system', lambda: 'Plan9')
machine = patch.object(platform, 'machine', lambda: 'vax')
system.start()
machine.start()
label = platform.system() + '/' + platform.machine()
system.stop()
machine.stop()
print(label)
