// Generated from the migrated database by `npm run generate`. Do not edit.
import type { Generated } from 'kysely'

export interface Tables {
  access_token: {
    id: string
    person_id: string
    name: string
    token_hash: string
    made_at: string
    expires_at: string
    last_used_on: string | null
    revoked_at: string | null
  }
  account: {
    person_id: string
    login: string
    password_hash: string | null
    activation_hash: string | null
    activation_until: string | null
    second_factor: Buffer | null
    second_factor_step: number | null
    second_factor_confirmed_at: string | null
    disabled_at: string | null
  }
  assessed_branch: {
    id: string
    assessment_id: string
    branch_id: string
    name: string
    region: string | null
    kind: string
    set_up_on: string
    path: string
    sort_no: number
    rated: boolean
  }
  assessed_end: {
    assessed_id: string
    successor_id: string
    ground: string
    ended_on: string
  }
  assessment: {
    id: string
    cycle_id: string
    organisation_id: string
    sheet_id: string
    self_score_from: string
    self_score_to: string
    opened_by: string
    opened_at: string
    frozen_by: string | null
    frozen_at: string | null
  }
  assessment_input: {
    assessment_id: string
    input: string
    version: number
    assessed_id: string
    data: unknown
    hash: string
  }
  assessment_result: {
    assessed_id: string
    version: number
    assessment_id: string
    score: unknown
    total: string | null
    level: string | null
    computed_at: string
  }
  assessor_assignment: {
    assessed_id: string
    assessor_id: string
    assigned_by: string
    assigned_at: string
    rater_group: Generated<string>
  }
  assessor_label: {
    assessed_id: string
    label: string
    assessor_id: string
  }
  bar_lift: {
    id: string
    sheet_id: string
    row_table: string
    row_code: string
    legal_office: string
    document: string
    decided_on: string
    reason: string
    lifted_by: string
    lifted_at: string
  }
  brand_stage: {
    id: Generated<number>
    theme_id: string
    stage: string
    ground: string
    words: string
    publication_id: string | null
    since: string
    person_id: string
    at: string
  }
  building_record: {
    id: string
    organisation_id: string
    cycle_id: string
    happened_on: string
    kind: string
    sentence: string
    force: string | null
    figures: unknown
    document_number: string | null
    evidence_id: string | null
    learnt_from_id: string | null
    entered_by: string
    entered_at: string
    state: string
    confirmed_by: string | null
    confirmed_at: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
    withdrawn_reason: string | null
    task_id: string | null
  }
  building_record_version: {
    record_id: string
    version: number
    happened_on: string
    kind: string
    sentence: string
    force: string | null
    figures: unknown
    document_number: string | null
    evidence_id: string | null
    learnt_from_id: string | null
    confirmed_by: string | null
    confirmed_at: string | null
    replaced_by: string
    replaced_at: string
    reason: string
    task_id: string | null
  }
  burden_booking: {
    id: string
    cycle_id: string
    organisation_id: string
    subject_kind: string
    subject_id: string
    title: string
    minutes: number
    branches: number
    booked_by: string
    booked_at: string
    approved_by: string | null
    released_at: string | null
  }
  burden_budget: {
    cycle_id: string
    minutes: number
    set_by: string
    set_at: string
  }
  burden_share: {
    booking_id: string
    branch_id: string
  }
  clock: {
    single: Generated<boolean>
    fixed_at: string | null
    shift: Generated<string>
  }
  closed_answer: {
    id: string
    questionnaire_id: string
    closed: Buffer
  }
  contribution: {
    id: string
    call_id: string
    person_id: string | null
    on_paper: boolean
    text: string
    given_on: string
    uptake: string | null
    words: string | null
    reason: string | null
    withheld: Generated<boolean>
    handled_by: string | null
    handled_at: string | null
  }
  core_task: {
    id: string
    organisation_id: string
    kind: string
    name: string
    purpose: string
    document_number: string | null
    from_on: string
    to_on: string
    minutes: number
    set_up_by: string
    set_up_at: string
    state: string
    approved_by: string | null
    approved_at: string | null
    issued_by: string | null
    issued_at: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
    withdrawn_reason: string | null
  }
  core_task_addressee: {
    task_id: string
    organisation_id: string
  }
  core_task_measure: {
    task_id: string
    measure_id: string
    place: number
  }
  correction: {
    id: string
    assessed_id: string
    fact: string
    before: unknown
    after: unknown
    document: string
    reason: string
    proposed_by: string
    proposed_at: string
    decided_by: string | null
    decided_at: string | null
    version: number | null
    refusal: string | null
  }
  cycle: {
    id: string
    organisation_id: string
    year: number
    title: string
    state: string
    overall_goal: string | null
    purpose: string | null
    meeting_title: string | null
    meeting_on: string | null
    aims: unknown
    principles: unknown
    ideas: unknown
    calendar: unknown
    approving_body: string | null
    document_number: string | null
    term_from: string | null
    term_to: string | null
    scope: string | null
    notice_days: number
    drafted_by: string
    drafted_at: string
    opened_by: string | null
    opened_at: string | null
    closed_by: string | null
    closed_at: string | null
  }
  duty: {
    id: string
    kind: string
    subject_kind: string
    subject_id: string
    organisation_id: string
    round: Generated<number>
    cycle_id: string | null
    about: Generated<string>
    due_on: string
    state: Generated<string>
    opened_by: string | null
    opened_at: string
    fulfilled_by: string | null
    fulfilled_at: string | null
    late: boolean | null
    voided_by: string | null
    voided_at: string | null
    void_reason: string | null
    written_at: string | null
    done_on: string | null
  }
  duty_holder: {
    duty_id: string
    responsibility: string
    state: string
    organisation_id: string | null
    person_id: string | null
  }
  duty_kind: {
    name: string
    title_zh: string
    title_en: string
    portal: string | null
    desk: string | null
  }
  evidence: {
    id: string
    organisation_id: string
    sha256: string
    name: string
    type: string
    bytes: number
    uploaded_by: string
    uploaded_at: string
  }
  evidence_room: {
    organisation_id: string
    megabytes: number
  }
  history: {
    id: Generated<number>
    at: string
    person_id: string | null
    action: string
    subject_kind: string
    subject_id: string
    organisation_id: string | null
    detail: unknown
    request_id: string
  }
  holiday: {
    day: string
    kind: string
    name: string
    source: string
  }
  holiday_year: {
    year: number
    announced: boolean
    source: string
  }
  honour: {
    id: string
    assessed_id: string
    fact: string
    level: string
    matter: string
    issuer: string
    document: string
    awarded_on: string
    entered_by: string
    entered_at: string
    confirmed_by: string | null
    confirmed_at: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
    withdrawn_reason: string | null
  }
  import: {
    id: string
    state: string
    file_name: string
    file_hash: string
    uploaded_by: string
    uploaded_at: string
    counts: unknown
    applied_at: string | null
    decided_by: string | null
    decided_at: string | null
    plan_hash: Generated<string>
    reason: string | null
    taken_back_by: string | null
    taken_back_at: string | null
    taken_back_reason: string | null
    former_kept: Generated<boolean>
  }
  import_entry: {
    import_id: string
    no: number
    sheet: string
    change: string
    subject_id: string | null
    entry: unknown
  }
  import_file: {
    import_id: string
    bytes: Buffer
    language: Generated<string>
    tables: Generated<unknown>
    text: unknown
    encoding: string | null
  }
  import_image: {
    import_id: string
    moment: string
    sheet: string
    subject_id: string
    image: unknown
    made: Generated<boolean>
  }
  import_progress: {
    import_id: string
    rows_read: Generated<number>
    rows_checked: Generated<number>
    rows_written: Generated<number>
    at: string
  }
  import_remark: {
    import_id: string
    kind: string
    sheet_no: number
    row: number
    no: number
    remark: unknown
  }
  import_row: {
    import_id: string
    sheet: string
    first_row: number
    row: number
    cells: unknown
    broken: boolean
    secretary_of: string | null
  }
  known_device: {
    token_hash: string
    person_id: string
    until: string
  }
  measure: {
    id: string
    organisation_id: string
    name: string
    unit: string
    addition: string
    force: string | null
    part_of_id: string | null
    sort_no: number
    set_by: string
    set_at: string
    retired_at: string | null
  }
  membership: {
    id: Generated<number>
    person_id: string
    organisation_id: string
    kind: string
    from_on: string | null
    until_on: string | null
  }
  migration: {
    name: string
    applied_at: Generated<string>
  }
  notice: {
    id: string
    subject_kind: string
    subject_id: string
    organisation_id: string
    concerns_id: string | null
    scope: string
    title: string
    body: unknown
    days: number
    checked_by: string
    opened_by: string
    opened_at: string
    posted_on: string
    last_day: string
    provisional: boolean
    closed_at: string | null
    closed_by: string | null
    outcome: string | null
    replaces: unknown
    within_id: string
    narrowed_by: string | null
    narrowed_at: string | null
    narrowed_reason: string | null
    first_last_day: string
    counted_from: string
    counted_days: number
    extended_days: Generated<number>
    taken_down_reason: string | null
    answer_days: Generated<number>
    opens: string | null
    picture_id: string | null
    picture_words: string | null
  }
  notice_contact: {
    organisation_id: string
    issuer: string
    address: string
    hotline: string
    mailbox: string
    set_by: string
    set_at: string
  }
  notice_extension: {
    id: Generated<number>
    notice_id: string
    days: number
    reason: string
    document: string | null
    last_day_before: string
    last_day: string
    extended_by: string
    extended_at: string
  }
  objection: {
    id: string
    notice_id: string
    text: string
    raised_on: string
    substance: string | null
    result: string | null
    reply: string | null
    answered_by: string | null
    answered_at: string | null
    way: string | null
  }
  objector: {
    objection_id: string
    identity: Buffer
  }
  opinion: {
    id: string
    notice_id: string
    person_id: string | null
    text: string
    given_on: string
    disposition: string | null
    reply: string | null
    wordings: Generated<unknown>
    answered_by: string | null
    answered_at: string | null
    number: number | null
    as_in: number | null
    way: string | null
    writer: Buffer | null
  }
  organisation: {
    id: string
    kind: string
    name: string
    short_name: string
    parent_id: string | null
    path: string
    sort_no: Generated<number>
    region: string | null
    unit_id: string | null
    set_up_on: string
    dissolved_on: string | null
    pinyin: string
    initials: string
    successor_id: string | null
  }
  organisation_span: {
    organisation_id: string
    from_on: string
    until_on: string | null
    after_on: string | null
    name: string
    short_name: string
    kind: string
    parent_id: string | null
    region: string | null
    sort_no: number
  }
  organisation_unit: {
    organisation_id: string
    unit_id: string
    from_on: string
    until_on: string | null
  }
  paper_voice: {
    id: string
    notice_id: string
    kind: string
    way: string
    given_on: string
    text: string | null
    identity: Buffer | null
    entered_by: string
    entered_at: string
    confirmed_by: string | null
    confirmed_at: string | null
    opinion_id: string | null
    objection_id: string | null
    struck_by: string | null
    struck_at: string | null
    struck_reason: string | null
  }
  person: {
    id: string
    staff_no: string | null
    name: string
    pinyin: string
    initials: string
    kind: string
    organisation_id: string
    left_on: string | null
  }
  post: {
    id: string
    person_id: string
    organisation_id: string
    post: string
    from_on: string
    until_on: string | null
    import_id: string | null
    confirmed_by: string | null
    confirmed_at: string | null
    granted_by: string | null
    refused_by: string | null
    refused_at: string | null
    refusal: string | null
    followed_in: string | null
  }
  problem: {
    id: string
    organisation_id: string
    cycle_id: string
    kind: string
    title: string
    benchmark: string
    gap: string
    due_on: string
    taken_on_by: string
    taken_on_at: string
    state: string
    measures: string | null
    measures_by: string | null
    measures_at: string | null
    result: string | null
    done_by: string | null
    done_at: string | null
    return_reason: string | null
    confirmed_by: string | null
    confirmed_at: string | null
  }
  problem_record: {
    problem_id: string
    record_id: string
  }
  publication: {
    id: string
    organisation_id: string
    cycle_id: string
    steward_id: string
    state: string
    kind: string
    title: string
    body: string
    scope: string
    names: string
    round: Generated<number>
    drafted_by: string
    drafted_at: string
    submitted_by: string | null
    theme_id: string | null
    reasons: string | null
    checked_by: string | null
    checked_at: string | null
    approved_by: string | null
    published_at: string | null
    withdrawn_by: string | null
    withdrawn_at: string | null
    since: string
  }
  publication_citation: {
    publication_id: string
    number: number
    record_id: string
    happened_on: string
    kind: string
    sentence: string
  }
  publication_person: {
    publication_id: string
    number: number
    name: string
    consented_on: string
    way: string
  }
  publication_step: {
    id: Generated<number>
    publication_id: string
    round: number
    step: string
    person_id: string
    comment: string
    at: string
  }
  questionnaire: {
    id: string
    organisation_id: string
    title: string
    purpose: string
    minutes: number
    last_day: string
    questions: unknown
    legal_office: string | null
    legal_document: string | null
    state: string
    drafted_by: string
    drafted_at: string
    approved_by: string | null
    approved_at: string | null
    opened_by: string | null
    opened_at: string | null
    closing_key: Buffer | null
    closed_by: string | null
    closed_at: string | null
    result: unknown
    abandoned_reason: string | null
  }
  questionnaire_group: {
    questionnaire_id: string
    organisation_id: string
    slips: number
  }
  rating: {
    id: Generated<number>
    assessed_id: string
    assessor_id: string
    fact: string
    points: string
    reason: string
    compared_with: string
    rated_at: string
  }
  record_figure: {
    record_id: string
    measure_id: string
    organisation_id: string
    task_id: string | null
    happened_on: string
    value: string
    qualifier: string
    items: string[]
  }
  reorganisation: {
    id: string
    kind: string
    about: string
    terms: unknown
    effective_on: string
    document: string
    issuer: string
    reason: string
    state: string
    entered_by: string
    entered_at: string
    confirmed_by: string | null
    confirmed_at: string | null
    in_effect_at: string | null
    ended_by: string | null
    ended_at: string | null
    end_reason: string | null
    hindrance: unknown
  }
  reorganisation_line: {
    id: Generated<number>
    act_id: string
    kind: string
    from_id: string | null
    to_id: string | null
    detail: unknown
  }
  reorganisation_party: {
    act_id: string
    organisation_id: string | null
    unit_id: string | null
  }
  request_key: {
    scope: string
    key_hash: string
    body_hash: string
    answer: unknown
    on_day: string
  }
  sample_programme: {
    single: Generated<boolean>
    anchor: string
    note: unknown
    named_people: unknown
  }
  score_ruling: {
    id: string
    assessed_id: string
    about: string
    code: string
    decided: string
    ground: string
    ruled_by: string
    ruled_at: string
    version: number
  }
  selection: {
    id: string
    assessment_id: string
    cycle_id: string
    organisation_id: string
    title: string
    year: number
    state: string
    prepared_by: string
    prepared_at: string
    run_id: string | null
    checked_by: string | null
    checked_at: string | null
    notice_id: string | null
    scope: string | null
    concluded_by: string | null
    concluded_on: string | null
    reason: string | null
  }
  selection_line: {
    run_id: string
    branch_id: string
    name: string
    region: string | null
    title: string
    total: string | null
    level: string | null
    result: unknown
  }
  selection_ruling: {
    id: Generated<number>
    selection_id: string
    branch_id: string
    about: string
    code: string
    points: string | null
    holds: boolean | null
    ground: string
    ruled_by: string
    ruled_at: string
  }
  selection_run: {
    id: string
    selection_id: string
    number: number
    root: string
    file: string
    sheet_code: string
    sheet_title: string
    digest: unknown
    quotas: unknown
    open_items: unknown
    rated: number
    named: number
    run_by: string
    run_at: string
    level_quotas: unknown
  }
  self_score: {
    assessed_id: string
    scores: unknown
    scored_by: string
    scored_at: string
  }
  session: {
    id: string
    token_hash: string
    person_id: string
    began_at: string
    used_at: string
    proved_at: string
    ends_at: string
    ended_at: string | null
    device: string
  }
  sheet: {
    id: string
    organisation_id: string
    code: string
    number: number
    title: string
    year: number
    as_of: string
    data: unknown
    hash: string
    file_name: string
    file_hash: string
    imported_by: string
    imported_at: string
  }
  sheet_issue: {
    sheet_id: string
    issued_by: string
    issued_at: string
  }
  sign_in_failure: {
    id: Generated<number>
    lane: string
    at: string
  }
  slip: {
    code_hash: string
    questionnaire_id: string
    organisation_id: string
    used: Generated<boolean>
  }
  suggestion: {
    id: string
    text: string
    contact: string | null
    given_on: string
    sort_no: Generated<number>
    answer: string | null
    answered_by: string | null
    answered_at: string | null
  }
  supplied_fact: {
    id: Generated<number>
    assessed_id: string
    fact: string
    value: unknown
    document: string
    supplied_by: string
    supplied_at: string
  }
  survey_count: {
    assessed_id: string
    fact: string
    voters: string
    held_on: string
    sealed: Buffer | null
    eligible: number | null
    valid: number | null
    satisfied: number | null
    too_few: Generated<boolean>
    entered_by: string
    entered_at: string
    confirmed_by: string | null
    confirmed_at: string | null
    votes: unknown
  }
  theme: {
    id: string
    organisation_id: string
    cycle_id: string
    steward_id: string
    state: string
    name: string
    meaning: string
    strengths: string
    tie: string
    lasting: string
    goals: string
    slogan: string
    adoption: unknown
    pinyin: string
    initials: string
    drafted_by: string
    drafted_at: string
    round: Generated<number>
    submitted_by: string | null
    submitted_at: string | null
    route: Generated<string[]>
    stage: number | null
    stage_organisation_id: string | null
    reasons: string | null
    checked_by: string | null
    checked_at: string | null
    notice_id: string | null
    scope: string | null
    effective_on: string | null
    ended_on: string | null
    since: string
    aspect: Generated<string>
    comparison: Generated<string>
    route_terms: Generated<unknown>
    stage_posts: string[] | null
    revises_id: string | null
    revision_kind: string | null
    revision_reason: string | null
    call_id: string | null
    taken_over_id: string | null
    began_on: string | null
    keys: string[] | null
    mark_id: string | null
    mark_words: string | null
  }
  theme_call: {
    id: string
    organisation_id: string
    cycle_id: string
    question: string
    last_day: string
    opened_by: string
    opened_at: string
    uncopied: Generated<number>
    state: string
    meeting_on: string | null
    present: number | null
    in_favour: number | null
    drop_reason: string | null
    closed_by: string | null
    closed_at: string | null
  }
  theme_key: {
    key: string
    themes: number
  }
  theme_near: {
    theme_id: string
    other_id: string
    percent: number
  }
  theme_phrase: {
    id: string
    organisation_id: string
    shared: boolean
    text: string
    added_by: string
    added_at: string
  }
  theme_prompt: {
    id: string
    cycle_id: string
    due_on: string
    opened_by: string
    opened_at: string
  }
  theme_prompt_answer: {
    id: string
    prompt_id: string
    organisation_id: string
    theme_id: string
    revision_id: string | null
    sentence: string
    answered_by: string
    answered_at: string
  }
  theme_route_plan: {
    id: Generated<number>
    organisation_id: string
    from_on: string
    plan: unknown
    set_by: string
    set_at: string
    check_days: Generated<number>
    disclose_days: Generated<number>
    answer_days: Generated<number>
  }
  theme_step: {
    id: Generated<number>
    theme_id: string
    round: number
    step: string
    person_id: string
    post: string
    organisation_id: string
    comment: string
    at: string
    waited_days: number
    answers: unknown
  }
  title: {
    id: string
    branch_id: string
    selection_id: string
    run_id: string
    cycle_id: string
    year: number
    state: string
    named_on: string
    ended_on: string | null
    scope: string
    grounds: unknown
    runs_until: string | null
    end_ground: string | null
    taken_over_id: string | null
    began_on: string | null
  }
  unit: {
    id: string
    name: string
    sort_no: Generated<number>
    kind: string | null
    parent_id: string | null
    region: string | null
    dissolved_on: string | null
    successor_id: string | null
  }
  unit_span: {
    unit_id: string
    from_on: string
    until_on: string | null
    after_on: string | null
    name: string
    kind: string | null
    parent_id: string | null
    region: string | null
    sort_no: number
  }
}
