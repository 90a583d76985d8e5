import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0005_hand_over_number_series'),
    ]

    operations = [
        migrations.CreateModel(
            name='MasterVersion',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=48)),
                ('variant', models.CharField(max_length=32)),
                ('content', models.BinaryField()),
                ('is_shipped', models.BooleanField()),
                ('recorded_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'documents_master_version',
            },
        ),
        migrations.CreateModel(
            name='IssuedPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('agency', models.CharField(max_length=32)),
                ('kind', models.CharField(max_length=48)),
                ('variant', models.CharField(max_length=32)),
                ('subject_kind', models.CharField(blank=True, default='', max_length=32)),
                ('subject_id', models.UUIDField(blank=True, null=True)),
                ('entry_seq', models.PositiveIntegerField(blank=True, null=True)),
                ('number', models.CharField(blank=True, default='', max_length=80)),
                ('series_agency', models.CharField(blank=True, default='', max_length=32)),
                ('family', models.CharField(blank=True, default='', max_length=32)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('issued_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('actor', models.CharField(max_length=64)),
                ('signer', models.CharField(blank=True, default='', max_length=32)),
                ('signer_name', models.CharField(max_length=120)),
                ('signer_title', models.CharField(max_length=160)),
                ('delegation', models.CharField(blank=True, default='', max_length=160)),
                ('context', models.JSONField()),
                ('lines', models.JSONField()),
                ('text', models.TextField()),
                ('text_folded', models.TextField()),
                ('sha256', models.CharField(max_length=64)),
                ('corrects', models.UUIDField(blank=True, null=True)),
                ('folio', models.PositiveIntegerField(blank=True, null=True)),
                ('sheets', models.PositiveIntegerField(default=1)),
                ('master', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.masterversion')),
            ],
            options={
                'db_table': 'documents_issued_paper',
            },
        ),
        migrations.CreateModel(
            name='AdoptedMaster',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('agency', models.CharField(max_length=32)),
                ('kind', models.CharField(max_length=48)),
                ('variant', models.CharField(max_length=32)),
                ('number', models.PositiveIntegerField()),
                ('valid_from', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('actor', models.CharField(max_length=64)),
                ('note', models.CharField(blank=True, default='', max_length=300)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.masterversion')),
            ],
            options={
                'db_table': 'documents_adopted_master',
            },
        ),
        # The table came over from the cases with its rows.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name='NumberSeries',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('agency', models.CharField(max_length=32)),
                        ('family', models.CharField(max_length=32)),
                        ('year', models.PositiveSmallIntegerField()),
                        ('last', models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        'db_table': 'documents_number_series',
                        'constraints': [models.UniqueConstraint(fields=('agency', 'family', 'year'), name='number_series_once')],
                    },
                ),
            ],
        ),
        migrations.CreateModel(
            name='PaperSymbol',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=32)),
                ('symbol', models.CharField(max_length=32)),
                ('valid_from', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('actor', models.CharField(max_length=64)),
            ],
            options={
                'db_table': 'documents_symbol',
                'indexes': [models.Index(fields=['agency', '-valid_from', '-id'], name='symbol_of_agency')],
            },
        ),
        migrations.CreateModel(
            name='ReceivedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('agency', models.CharField(max_length=32)),
                ('subject_kind', models.CharField(max_length=32)),
                ('subject_id', models.UUIDField()),
                ('title', models.CharField(max_length=300)),
                ('rank', models.CharField(max_length=16)),
                ('dated_on', models.DateField(blank=True, null=True)),
                ('received_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('actor', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=160)),
                ('format', models.CharField(max_length=8)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('sheets', models.PositiveIntegerField(default=1)),
                ('folio', models.PositiveIntegerField()),
            ],
            options={
                'db_table': 'documents_received_file',
                'indexes': [models.Index(fields=['subject_kind', 'subject_id', 'folio'], name='file_of_subject')],
            },
        ),
        migrations.CreateModel(
            name='VoidedNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=32)),
                ('family', models.CharField(max_length=32)),
                ('year', models.PositiveSmallIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('voided_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('actor', models.CharField(max_length=64)),
                ('reason', models.CharField(max_length=300)),
            ],
            options={
                'db_table': 'documents_voided_number',
                'constraints': [models.UniqueConstraint(fields=('agency', 'family', 'year', 'number'), name='number_voided_once')],
            },
        ),
        migrations.CreateModel(
            name='IssuedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('format', models.CharField(max_length=8)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveIntegerField()),
                ('recorded_at', models.DateTimeField()),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='documents.issuedpaper')),
            ],
            options={
                'db_table': 'documents_issued_file',
                'constraints': [models.UniqueConstraint(fields=('paper', 'format'), name='issued_file_once')],
            },
        ),
        migrations.AddIndex(
            model_name='issuedpaper',
            index=models.Index(fields=['subject_kind', 'subject_id', 'id'], name='paper_of_subject'),
        ),
        migrations.AddIndex(
            model_name='issuedpaper',
            index=models.Index(fields=['agency', '-issued_on', '-id'], name='paper_by_day'),
        ),
        migrations.AddIndex(
            model_name='issuedpaper',
            index=models.Index(fields=['corrects'], name='paper_corrected'),
        ),
        migrations.AddConstraint(
            model_name='issuedpaper',
            constraint=models.UniqueConstraint(condition=models.Q(('number', ''), _negated=True), fields=('series_agency', 'family', 'year', 'number'), name='paper_number_once'),
        ),
        migrations.AddConstraint(
            model_name='adoptedmaster',
            constraint=models.UniqueConstraint(fields=('agency', 'kind', 'variant', 'number'), name='master_adopted_once'),
        ),
    ]
