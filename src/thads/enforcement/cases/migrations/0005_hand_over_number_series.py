"""The series of numbers go to the room of papers: the table is renamed and keeps its rows."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0004_orders'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable(name='numberseries', table='documents_number_series'),
            ],
            state_operations=[
                migrations.DeleteModel(name='NumberSeries'),
            ],
        ),
    ]
