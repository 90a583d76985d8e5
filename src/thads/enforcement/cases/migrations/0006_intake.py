"""What intake keeps beyond the register: how a judgment came, what a request must say, interest and instalments
of duties, what came of a delegation, and the review of 1/7/2026.
"""

from itertools import groupby
from operator import attrgetter

import django.db.models.deletion
from django.db import migrations, models


def number_lines(apps, schema_editor):
    """Say of each duty decided on which obligation of its case it became: they were numbered in order."""
    Duty = apps.get_model("cases", "Duty")
    duties = Duty.objects.filter(case__isnull=False).order_by("case_id", "no")
    for _case, group in groupby(duties.iterator(chunk_size=2000), key=attrgetter("case_id")):
        numbered = list(group)
        for line_no, duty in enumerate(numbered, start=1):
            duty.line_no = line_no
        Duty.objects.bulk_update(numbered, ["line_no"])


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0005_hand_over_number_series'),
    ]

    operations = [
        migrations.CreateModel(
            name='ForwardedRuling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=80)),
                ('issued_on', models.DateField()),
                ('received_on', models.DateField()),
                ('forwarded_on', models.DateField()),
                ('content', models.CharField(blank=True, default='', max_length=300)),
            ],
            options={
                'db_table': 'cases_forwarded_ruling',
            },
        ),
        migrations.CreateModel(
            name='TransitionReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=32)),
                ('task', models.CharField(max_length=32)),
                ('is_confirmed', models.BooleanField()),
                ('seq', models.PositiveIntegerField(blank=True, null=True)),
                ('reviewed_on', models.DateField()),
                ('reviewed_at', models.DateTimeField()),
                ('actor', models.CharField(max_length=150)),
                ('reason', models.CharField(blank=True, default='', max_length=300)),
            ],
            options={
                'db_table': 'cases_transition_review',
            },
        ),
        migrations.RemoveConstraint(
            model_name='enforcementrequest',
            name='request_register_no_once',
        ),
        migrations.AddField(
            model_name='duty',
            name='instalments',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='duty',
            name='interest_since',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='duty',
            name='interest_yearly',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='duty',
            name='joint',
            field=models.CharField(blank=True, default='', max_length=32),
        ),
        migrations.AddField(
            model_name='duty',
            name='line_no',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='duty',
            name='part_of',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='duty',
            name='again_of',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='duty',
            name='secured_by',
            field=models.CharField(blank=True, default='', max_length=300),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='by_debtor',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='channel',
            field=models.CharField(blank=True, default='', max_length=16),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='completed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='contract_no',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='contract_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='excluded',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='has_award_proof',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='limitation_accepted',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='limitation_ground',
            field=models.CharField(blank=True, default='', max_length=300),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='limitation_no',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='limitation_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='missing',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='place',
            field=models.CharField(blank=True, default='', max_length=80),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='slip_no',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='supplement_asked_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='enforcementrequest',
            name='supplement_no',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
        migrations.AddField(
            model_name='incomingcase',
            name='return_ground',
            field=models.CharField(blank=True, default='', max_length=48),
        ),
        migrations.AddField(
            model_name='incomingcase',
            name='return_reason',
            field=models.CharField(blank=True, default='', max_length=300),
        ),
        migrations.AddField(
            model_name='incomingcase',
            name='returned_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='judgment',
            name='awaits_papers',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='judgment',
            name='court_told_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='judgment',
            name='handed_over_by',
            field=models.CharField(blank=True, default='', max_length=200),
        ),
        migrations.AddField(
            model_name='judgment',
            name='is_interim',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='judgment',
            name='manner',
            field=models.CharField(blank=True, default='', max_length=16),
        ),
        migrations.AddField(
            model_name='judgment',
            name='papers',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='judgment',
            name='papers_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='judgment',
            name='received_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='party',
            name='bank_account',
            field=models.CharField(blank=True, default='', max_length=120),
        ),
        migrations.AddField(
            model_name='party',
            name='born',
            field=models.CharField(blank=True, default='', max_length=10),
        ),
        migrations.AddIndex(
            model_name='enforcementcase',
            index=models.Index(fields=['judgment_on', 'id'], name='case_by_judgment'),
        ),
        migrations.AddConstraint(
            model_name='enforcementrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('register_no', ''), _negated=True), fields=('agency', 'register_no'), name='request_register_no_once'),
        ),
        migrations.AddField(
            model_name='forwardedruling',
            name='incoming',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rulings', to='cases.incomingcase'),
        ),
        migrations.AddField(
            model_name='transitionreview',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transition_reviews', to='cases.enforcementcase'),
        ),
        migrations.AddConstraint(
            model_name='forwardedruling',
            constraint=models.UniqueConstraint(fields=('incoming', 'number', 'issued_on'), name='ruling_forwarded_once'),
        ),
        migrations.AddIndex(
            model_name='transitionreview',
            index=models.Index(fields=['agency', 'task'], name='transition_by_agency'),
        ),
        migrations.AddConstraint(
            model_name='transitionreview',
            constraint=models.UniqueConstraint(fields=('case', 'task'), name='transition_reviewed_once'),
        ),
        migrations.RunPython(number_lines, migrations.RunPython.noop),
    ]
