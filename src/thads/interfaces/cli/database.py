"""What every command that reads or writes needs first: the framework up, the database of this version."""


def ready() -> None:
    """Set Django up and bring the database up to date, so that a command works on a fresh machine."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)
