import { NotFound } from '../kernel';
import { checkAssessmentAnswers, mergeImported, readAssessmentAnswers, withImports } from './assessment-answers';
import { alertAnswer, alertCodes, questionOfAlert } from './nomis-alerts';
import { careNeedAnswer, careNeedType, questionOfCareNeed } from './nomis-care-needs';
import { aQuestion } from './records.fixture';

const question = aQuestion();
const questions = new Map([[question.id, question]]);
const today = '2026-03-10';

describe('answers as sent', () => {
  const alert = { nomis_alert_type: 'R', nomis_alert_code: 'ROM' };

  test.each([
    [{ assessment_question_id: 'question-1' }, 0],
    [{ assessment_question_id: 'question-1', imported_from_nomis: true, ...alert }, 0],
    [{ assessment_question_id: 'question-1', imported_from_nomis: true, nomis_alert_type: 'R' }, 1],
    [{ assessment_question_id: 'question-1', imported_from_nomis: true, nomis_alert_code: 'ROM' }, 1],
    [{ assessment_question_id: null }, 1],
    [{}, 1],
    ['answer', 1],
  ])('%j breaks %i rules', (answer, count) => {
    expect(checkAssessmentAnswers([answer])).toHaveLength(count);
  });

  it('are faulty together', () => {
    expect(checkAssessmentAnswers([{}, {}])).toHaveLength(1);
  });

  it("repeat their question's title, category and key, whatever was sent", () => {
    const sent = { assessment_question_id: 'question-1', title: 'x', category: 'health', key: 'y', comments: 'note' };
    expect(readAssessmentAnswers([sent], questions, today)).toEqual([
      {
        assessmentQuestionId: 'question-1',
        title: 'Violent',
        category: 'risk',
        key: 'violent',
        comments: 'note',
        nomisAlertCode: null,
        nomisAlertType: null,
        nomisAlertDescription: null,
        nomisAlertTypeDescription: null,
        importedFromNomis: null,
        createdAt: today,
        expiresAt: null,
      },
    ]);
  });

  it('keep the dates that were sent', () => {
    const sent = { assessment_question_id: 'question-1', created_at: '2025-11-01', expires_at: '2026-11-01' };
    expect(readAssessmentAnswers([sent], questions, today)).toMatchObject([
      { createdAt: '2025-11-01', expiresAt: '2026-11-01' },
    ]);
  });

  it('answer a question that exists', () => {
    expect(() => readAssessmentAnswers([{ assessment_question_id: 'other' }], questions, today)).toThrow(NotFound);
  });
});

describe('answers from the prison system', () => {
  const alert = {
    code: 'ROM',
    codeDescription: 'Serious harm',
    type: 'R',
    typeDescription: 'Risk',
    description: 'Invented note',
    createdAt: '2025-11-01',
    activeTo: null,
  };
  const need = {
    problemType: 'MATSTAT',
    problemCode: 'PREG',
    problemDescription: 'Pregnant',
    commentText: null,
    startDate: '2025-12-01',
    endDate: '2026-06-01',
  };

  it('replace the imported ones of their category and leave what people wrote', () => {
    const health = aQuestion({ category: 'health', key: 'pregnant' });
    const written = { ...alertAnswer(alert, question), importedFromNomis: null };
    const old = alertAnswer({ ...alert, code: 'ROH' }, question);
    const other = careNeedAnswer(need, health);
    const fresh = alertAnswer(alert, question);

    expect(mergeImported([written, old, other], [fresh], 'risk')).toEqual([written, other, fresh]);
  });

  it('replace all that was imported, and keep an alert about health', () => {
    const health = aQuestion({ category: 'health', key: 'health_issue' });
    const written = { ...alertAnswer(alert, question), importedFromNomis: null };
    const [risk, unwell] = [alertAnswer(alert, question), alertAnswer({ ...alert, code: 'MHT' }, health)];
    const imports = { alerts: [risk, unwell], careNeeds: [careNeedAnswer(need, health)] };
    const once = withImports([written], imports);

    expect(once).toEqual([written, risk, unwell, ...imports.careNeeds]);
    expect(withImports(once, imports)).toEqual(once);
    expect(withImports(once, { alerts: [], careNeeds: [] })).toEqual([written]);
  });

  it('say where an alert comes from', () => {
    expect(alertAnswer(alert, question)).toMatchObject({
      key: 'violent',
      comments: 'Invented note',
      nomisAlertCode: 'ROM',
      nomisAlertType: 'R',
      nomisAlertDescription: 'Serious harm',
      nomisAlertTypeDescription: 'Risk',
      importedFromNomis: true,
      createdAt: '2025-11-01',
    });
  });

  it('say where a care need comes from', () => {
    expect(careNeedAnswer(need, question)).toMatchObject({
      nomisAlertCode: 'PREG',
      nomisAlertTypeDescription: 'Maternity Status',
      createdAt: '2025-12-01',
      expiresAt: '2026-06-01',
    });
  });

  test.each([
    ['HA2', 'self_harm'],
    ['CC4', 'hold_separately'],
    ['RNO121', 'hold_separately'],
    ['PC3', 'violent'],
    ['URCU', 'health_issue'],
    ['PEEP', 'special_vehicle'],
    ['XLDEPORT', 'not_to_be_released'],
    ['XEL', 'escape'],
    ['ZZZ', 'other_risks'],
  ])('alert %s answers %s', (code, key) => {
    expect(questionOfAlert(code)).toBe(key);
  });

  it('lists no alert code twice', () => {
    const codes = Object.values(alertCodes).flat();
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each([
    ['AU9U18', 'pregnant', 'Maternity Status'],
    ['BRK', 'special_vehicle', 'Medical'],
    ['VI', 'special_vehicle', 'Disability'],
    ['ASTH', 'health_issue', 'Medical'],
    ['PRD', 'health_issue', 'Disability'],
    ['ZZZ', 'health_issue', 'Unknown'],
  ])('care need %s answers %s as %s', (code, key, type) => {
    expect([questionOfCareNeed(code), careNeedType(code)]).toEqual([key, type]);
  });
});
