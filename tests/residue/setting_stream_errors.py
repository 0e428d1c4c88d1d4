# finds: setting sys.stdout.errors reverted
import sys
sys.stdout.reconfigure(errors="replace")
print("x")
sys.stdout.reconfigure(errors="strict")
