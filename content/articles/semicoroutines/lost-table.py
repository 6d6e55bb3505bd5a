def read(table):
    print(f"read: {table}, please")
    rows = yield table
    print(f"read: {rows} of {table}")

def export_all():
    yield "users"
    read("orders")
    yield "invoices"

def main():
    job = export_all()
    print(f"export asks for {next(job)}")
    print(f"export asks for {job.send('3 rows')}")
    job.close()
