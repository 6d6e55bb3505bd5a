def is_down(server):
    print(f"ask {server}")
    return server == "eu2"

def main():
    servers = ["eu1", "eu2", "us1", "us2"]
    print("with brackets")
    if any([is_down(s) for s in servers]):
        print("a server is down")
    print("without brackets")
    if any(is_down(s) for s in servers):
        print("a server is down")
