import { type Census, knowsNobody } from '@app/platform'

/** The tables of events. Who speaks, leads or signs stands in a programme that was published, and stays with it. */
export const eventsCensus: Census = {
  agenda_item: knowsNobody('event_id', 'parent_id', 'day_id', 'room_id'),
  barrier_report: { retention: ['A'], holds: 'Gemeldete Barrieren, verschlüsselt', references: { host_id: 'goes' } },
  contribution: {
    retention: 'subject', holds: 'Mitwirkende im veröffentlichten Programm: Name, Amt, Organisation, Rolle',
    references: { event_id: 'stays', agenda_item_id: 'stays', contact_id: 'emptied' },
  },
  document: knowsNobody('node_id', 'agenda_item_id', 'file_id'),
  event: knowsNobody('id', 'series_id', 'member_id', 'phase_id', 'copied_from_id', 'format_version_id'),
  event_day: knowsNobody('event_id'),
  event_group: knowsNobody('event_id'),
  event_step: knowsNobody('event_id', 'done_by'),
  event_topic: knowsNobody('event_id'),
  format: knowsNobody(),
  format_version: knowsNobody('format_id'),
  funding: knowsNobody('node_id', 'organisation_id'),
  host: knowsNobody('organisation_id', 'logo_file_id'),
  member_phase: knowsNobody('member_id', 'phase_id', 'document_id'),
  notice: knowsNobody('owner_id'),
  organisation_role: knowsNobody('node_id', 'organisation_id', 'logo_file_id'),
  planning_date: knowsNobody(),
  result: knowsNobody('node_id', 'agenda_item_id', 'carried_from_id'),
  room: knowsNobody('event_id', 'venue_id'),
  series: knowsNobody('id'),
  series_member: knowsNobody('series_id', 'organisation_id', 'replaces_id'),
  series_phase: knowsNobody('series_id'),
  venue: knowsNobody('event_id'),
}
