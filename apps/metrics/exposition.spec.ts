import { exposition } from './exposition.js'

test('figures are written in the text format of Prometheus', () => {
  expect(exposition([
    { name: 'up', help: 'Whether it runs.', type: 'gauge', samples: [{ value: 1 }] },
    { name: 'rows', help: 'Rows.', type: 'gauge', samples: [{ labels: { kind: 'a\\b"c\nd', state: 'done' }, value: 2.5 }] },
    { name: 'took_seconds', help: 'Time.', type: 'histogram', samples: [{ part: '_bucket', labels: { le: '+Inf' }, value: 3 }, { part: '_sum', value: 0.25 }, { part: '_count', value: 3 }] },
    { name: 'empty', help: 'None yet.', type: 'counter', samples: [] },
  ])).toBe([
    '# HELP up Whether it runs.', '# TYPE up gauge', 'up 1',
    '# HELP rows Rows.', '# TYPE rows gauge', 'rows{kind="a\\\\b\\"c\\nd",state="done"} 2.5',
    '# HELP took_seconds Time.', '# TYPE took_seconds histogram', 'took_seconds_bucket{le="+Inf"} 3', 'took_seconds_sum 0.25', 'took_seconds_count 3',
    '# HELP empty None yet.', '# TYPE empty counter', '',
  ].join('\n'))
})
