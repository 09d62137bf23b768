package themes

import (
	"testing"

	"thematic/corpus"
)

// TestSentencesAndTheirOpposites holds the rules alone to sentences that name no
// deficit, and to others in much the same words that do.
func TestSentencesAndTheirOpposites(t *testing.T) {
	cases := []struct {
		kind           string
		sound, lacking []string
	}{
		{"a concern denied", []string{
			"There were no concerns about information sharing.",
			"There were no concerns about the quality of assessments.",
			"There was no poor information sharing.",
			"No concerns were identified about the recording by the midwives.",
			"We found no weak assessments in the file.",
			"No issues were found with the oversight given by managers.",
			"There were no problems with the sharing of information between the wards.",
			"No worries were voiced about the way in which the core group worked.",
			"There are no issues with record keeping in this case.",
			"The panel did not find any problems with the sharing of information.",
			"Nothing in the file gives rise to concern about the health visitor's records.",
			"There was no weakness in the supervision of the newly qualified worker.",
			"There is no reason to doubt the quality of the assessment.",
			"The health visitor was alert to the father's part in the home.",
			"Inspectors did not identify any children at immediate risk.",
			"There was little drift or delay in planning for the children.",
			"The reliance on agency staff has reduced.",
			"Workers have manageable caseloads and, as a result, are well supported.",
			"Children are not in care for longer than is required.",
			"When assessments are not thorough, managers respond promptly.",
		}, []string{
			"Inspectors did not identify any consideration of risk in the assessment.",
			"There is too much reliance on agency staff.",
			"Caseloads are high and, as a result, cases wait for allocation.",
			"This can delay care planning.",
			"In other areas of practice, supervision is not robust.",
			"When assessments are not thorough, managers do not respond promptly.",
			"When the assessment was not thorough, the manager responded promptly.",
			"There were no assessments of the risk posed by the stepfather.",
			"There was no evidence of any challenge by the school.",
			"There were no records of supervision on the file.",
			"No one acted on the concerns about neglect.",
			"There was no supervision of the newly qualified worker.",
			"There was no handover between the two health visitors.",
			"There was no professional challenge.",
			"There was no plan for the unborn baby.",
			"No consideration was given to the child's wishes and feelings.",
			"Practitioners failed to be alert to the risk of disguised compliance.",
			"The child was not seen alone for too long.",
		}},
		{"no evidence of it", []string{
			"There was no evidence of disguised compliance.",
			"There was no evidence of over-optimism on the part of the social worker.",
			"There was no evidence of start again syndrome in this team.",
			"The review found no sign of drift or delay.",
			"The panel saw no indication of over-optimism.",
			"There was little to suggest disguised compliance.",
			"There was no evidence of false reassurance or undue optimism.",
			"There was no evidence of collusion between the worker and the parents.",
			"The panel found no evidence of undue optimism in the core group.",
			"No evidence was found that the plan had been allowed to drift.",
			"There was no indication that the school had failed to share information.",
			"There is nothing to show that the case was closed too early.",
			"We found no sign that thresholds had been misunderstood.",
			"No trace of silo working was found.",
		}, []string{
			"There was no evidence of disguised compliance, but neglect was not recognised.",
			"There was no evidence of drift, but information was not shared with the nursery.",
			"There was no evidence of professional curiosity.",
			"There was no evidence of management oversight.",
			"There was evidence of over-optimism among professionals.",
			"There was no evidence that the risk assessment had been reviewed.",
			"There is no evidence of the social worker having seen the child alone.",
			"There was no evidence of a risk assessment on the file.",
			"We found no evidence of supervision.",
			"There was no evidence of escalation when the plan stalled.",
			"There was no evidence that information was shared with the nursery.",
		}},
		{"a deficit negated", []string{
			"The plan did not drift.",
			"The case was not closed too early.",
			"No child was left without an allocated social worker.",
			"The case did not drift at any stage.",
			"At no time did the social worker lose sight of the child.",
			"The assessment was not delayed.",
			"Caseloads were not too high.",
			"The social worker was not over-optimistic about the mother's progress.",
			"Managers did not let the plan drift.",
			"The conference was not delayed.",
			"At no stage did the health visitor fail to record what she saw.",
			"The children were not left without a social worker.",
			"The threshold for intervention was not set too high.",
			"The social workers did not collude with the mother.",
		}, []string{
			"The plan drifted.",
			"The threshold was too high.",
			"Professionals failed to share information.",
			"The child was left without an allocated social worker.",
			"No child was seen alone.",
			"The assessment was not timely.",
			"The plan was not reviewed and drifted.",
			"The threshold applied was far too high.",
			"The children were left without a social worker for five months.",
			"The team lost sight of the child.",
			"The core group did not meet and the plan was not reviewed.",
		}},
		{"not only", []string{
			"Information was not only shared but acted upon.",
			"Supervision not only took place but was reflective.",
			"The assessment was not only timely but thorough.",
			"Not only was the child seen alone, but her wishes shaped the plan.",
			"The chronology was not merely compiled but used.",
			"Records were not just kept but read.",
			"Risk was not only assessed but reviewed every month.",
			"The referral was not only made but chased.",
			"The school did not only record the concern but acted on it.",
			"The plan was not merely written but followed.",
			"The health visitor did not simply record the bruise but rang the paediatrician.",
			"Not only were the records complete, they were read.",
		}, []string{
			"Not only was the assessment late, but it was superficial.",
			"The assessment was not only late but incomplete.",
			"The school not only failed to share information but also lost the record.",
			"Not only was information not shared, but the plan drifted.",
			"Supervision not only lapsed but was never recorded.",
			"The plan was not only vague but out of date.",
			"The records were not only late, they were wrong.",
			"Not only did the school not refer, it did not record the bruise.",
			"The assessment was not merely late but was never completed.",
		}},
		{"no more than possible", []string{
			"It may be that the assessment was not completed.",
			"It might be that information was not shared with the GP.",
			"It is possible that the referral was not made.",
			"It is possible no referral was made.",
			"Information might not have been shared.",
			"Possibly the assessment was superficial.",
			"It may well be that the risks were not understood.",
			"The social worker may not have known about the history.",
			"It is possible that the assessment did not consider the father.",
			"It could be that the records were incomplete.",
			"Perhaps the risk was not understood.",
			"It is conceivable that the referral was never sent.",
			"Maybe the plan had drifted by then.",
			"The social worker may not have understood the threshold.",
		}, []string{
			"The child may have felt safer had they asked her what was wrong.",
			"It is not possible to know what the child felt because she was never seen alone.",
			"Nobody knew that the father may have been violent, because no risk assessment was made.",
			"A referral should have been made and may have led to an earlier assessment.",
			"The failure to share information might have left the baby at risk.",
			"Information was not shared and this may have affected the decision.",
			"Nobody considered that he might have been the cause of the injury and no assessment was made.",
			"The panel cannot say whether the boy may have spoken, because he was never asked what he wanted.",
			"The injuries may have been prevented had the strategy discussion been held.",
			"The plan drifted, and this may have added to the harm.",
			"The baby may not have died if the pre-birth assessment had been completed.",
		}},
		{"put right", []string{
			"The supervisor picked up that the assessment had not been completed and put it right the same day.",
			"The health visitor did not accept the mother's disguised compliance and challenged it well.",
			"The midwife noticed that the referral had not been received and rang the same afternoon.",
			"The practitioner did not take the mother's account at face value and checked it.",
			"The social worker saw through the disguised compliance and told the conference so.",
			"The manager picked up the drift in the plan and dealt with it.",
			"The GP was alert to the risk of over-optimism and asked for a second view.",
			"The teacher was swift to question the decision to close the case.",
			"The nurse realised that no referral had been made and made one that afternoon.",
			"The supervisor noticed that the plan was drifting and brought the review forward.",
			"The health visitor refused to accept the decision and escalated it.",
			"The team manager spotted the gap in the chronology and filled it.",
			"The social worker was not misled by the father's apparent cooperation.",
			"The chair challenged the absence of a plan and insisted on one.",
		}, []string{
			"The supervisor did not pick up that the assessment had not been completed.",
			"Nobody picked up that the referral had not been received.",
			"The school did not challenge the lack of response from social care.",
			"The health visitor accepted the mother's disguised compliance and did not challenge it.",
			"The review identified that the assessment had not been completed.",
			"The manager picked up that the assessment was late but did not put it right.",
			"The supervisor did not notice that the plan was drifting.",
			"The doctor took the explanation at face value.",
			"No one realised that the referral had not been made.",
			"The chair did not challenge the absence of a plan.",
			"The manager realised that no assessment had been made and took no action.",
		}},
		{"what a child kept to itself", []string{
			"The child did not disclose the abuse to her teacher.",
			"The girl did not tell anyone about the abuse.",
			"The boy never told the school what was happening.",
			"The young person did not share information with the social worker.",
			"The daughter did not disclose what had happened.",
			"Child A did not disclose the abuse.",
			"The children did not disclose anything to the school nurse.",
			"The mother did not disclose the pregnancy.",
			"The baby's brother never told his teacher about the belt.",
			"Neither child disclosed the abuse to the school.",
			"The teenager would not tell the nurse who had hurt her.",
			"The twins did not say what had happened.",
			"The girl denied the abuse when she was asked.",
			"Her son did not disclose what he had seen to the social worker.",
		}, []string{
			"The child was not asked about the abuse.",
			"The child's teacher did not share information with the social worker.",
			"The child was not seen alone.",
			"The children were not spoken to by the social worker.",
			"The school did not share the child's disclosure with the social worker.",
			"When the child did disclose, information was not shared.",
			"The child did not receive an assessment.",
			"The brother was never asked about the belt.",
			"The girl did tell her teacher, who did not share information with social care.",
			"The teenager was not believed and no referral was made.",
			"The child did not have a voice in the assessment.",
		}},
		{"practice that got better", []string{
			"The timeliness of referrals has improved.",
			"The timeliness and quality of strategy discussions have improved considerably.",
			"The consistency of management oversight has strengthened over the past year.",
			"The quality of case recording is now better than it was.",
			"There has been a marked improvement in the timeliness of assessments and in the quality of plans.",
			"The introduction of a single front door has led to better quality referrals from schools.",
			"The new form has impacted positively on the quality and timeliness of referrals.",
			"The partnership has strengthened the oversight of children missing from home.",
			"The timeliness of return home interviews has increased from 40% to 85%.",
			"Routine oversight of children missing from education has increased.",
			"The frequency of visits was increased to weekly when the concerns grew.",
			"Managers check the quality of plans each month.",
			"When audits are completed, learning follows.",
			"Investment in management capacity has strengthened the service.",
			"Neglect was identified at an early stage.",
			"There is a more consistent approach to the application of thresholds.",
			"More consistent use of chronologies is now evident.",
			"The response to referrals was not hindered by the rise in their number.",
			"Management oversight has not been undermined by the new ways of working.",
			"Children whose circumstances do not improve are promptly reassessed.",
			"This is progress since the last inspection, when the quality of assessments was an area for improvement.",
			"The links between conferences and child protection planning have been strengthened; this was an area for improvement at the last inspection.",
			"Managers use audits well and focus on any aspects of practice which require further strengthening.",
			"The child's injuries adversely affected the assessment of her development.",
			"The father's drinking had little impact on the assessment.",
		}, []string{
			"The assessment was adversely affected by the change of social worker.",
			"High turnover adversely affects the quality of assessments.",
			"The training had little impact on the quality of assessments.",
			"The frequency of visits drops once children have left care.",
			"The quality of planning for children who leave the service is undermined by the time lost on referrals.",
			"There was a weaker understanding of the child's voice.",
			"Leaders still face challenges in the quality of assessments.",
			"The recording of visits requires further work.",
			"Further improvement in information sharing is needed.",
			"The timeliness of core groups has not improved.",
			"The quality of referrals has yet to improve.",
			"The timeliness of strategy discussions had improved only marginally.",
			"Recording had improved but remained inconsistent across the teams.",
			"The quality of assessments has improved but, overall, remains inconsistent.",
			"There had been some improvement in supervision, but it was still irregular.",
			"There had been some improvement in information sharing, but this was not sustained.",
			"Although there has been some improvement in case recording, gaps remain in the rationale for decisions.",
			"Supervision has improved, although not consistently.",
			"The quality of plans needs to be improved.",
			"There is a need for improvement in the recording of supervision.",
			"The quality and consistency of supervision require further improvement.",
			"More needs to be done to improve the quality of return home interviews.",
			"The quality of plans remains an area for improvement.",
			"Efforts to improve the consistency of thresholds have had little effect.",
			"The quality of return home interviews has deteriorated as their timeliness has improved.",
			"Management oversight was weak, and recording improved only later.",
			"A better quality of assessment would have shown how frightened the children were.",
			"The quality of social work assessments is highly variable.",
			"The quality of referrals from schools has much improved; those from the police are of poor quality.",
			"A more consistent approach to the application of thresholds is needed.",
			"Practitioners needed a clearer understanding of thresholds.",
			"The plan was detailed, and a date for each action would further strengthen the quality of planning.",
			"The panel tracks cases well but needs to be more robust in its response to exploitation.",
			"The timeliness of pathway plans has improved, but it has some way to go before it is consistent.",
			"The quality of most referrals is appropriate, although there is some work to do on the consistency of police referrals.",
			"There have been improvements in the response to referrals but this is still not consistent.",
			"Recent improvements in the response to children who go missing are fragile.",
			"The timeliness of return home interviews has increased but remains below 50%.",
			"More timely information sharing between the hospital and the surgery was needed.",
			"Workers saw an improvement in the mother's engagement and closed the case too soon.",
			"Work to improve the response to neglect is at an early stage.",
			"Leaders are aware that quality assurance processes need to be further strengthened.",
		}},
		{"a fault that nobody had", []string{
			"Neither drift nor delay was found.",
			"Neither delay nor drift can be seen in the way in which the plan was carried out.",
			"Nobody ignored the child's account.",
			"Nobody failed to pass on what the boy had said.",
			"Nobody in the core group lost sight of the baby.",
			"No agency ignored the information that the grandmother gave.",
			"None of the agencies involved minimised the risk that he posed.",
			"None of the nurses failed to recognise the injury for what it was.",
			"Not one professional minimised the violence.",
			"Neither the midwife nor the doctor overlooked the history of violence.",
		}, []string{
			"Nobody asked the child what had happened.",
			"None of the agencies assessed the risk that he posed.",
			"None of the professionals recognised that the father had been ignored.",
			"Neither the school nor the police failed to see the risk, but information was not shared.",
			"No one failed to come to the conference, and no one challenged the decision.",
			"No agency failed to come, but nobody asked the girl what she wanted.",
			"None of the agencies failed to share information, but it was not analysed.",
			"Not one professional saw the child alone.",
		}},
		{"what would have been", []string{
			"If information had been shared, it would have made no difference.",
			"If information is not shared, children are at risk.",
			"If information were not shared, children would be at risk.",
			"If the child is not seen alone, her voice will be lost.",
			"If a risk assessment is needed, the manager will be told.",
			"Had information been shared, it would not have changed the outcome.",
			"If the mother had told the school, the school would have known.",
			"If the father had been at home, he would have been seen.",
			"If she had attended the appointment, the bruise would have been seen.",
			"Even if information had been shared, the death would not have been prevented.",
			"If the referral had been made it is unlikely that the outcome would have been different.",
			"If a referral is made, the assessment must be completed within the timescale.",
		}, []string{
			"Had information been shared, the outcome might have been different.",
			"If information had been shared, the outcome might have been different.",
			"If the child had been seen alone, she may have spoken about the abuse.",
			"If the referral had been made, an assessment would have followed.",
			"If professionals had challenged the decision, the plan would have been stronger.",
			"Had the social worker asked about the father, the risk would have been understood.",
			"Harm might have been prevented if a strategy meeting had been held.",
			"If the health visitor had shared information, the school would have acted.",
			"If supervision had been offered, the drift would have been noticed.",
			"If the midwife had asked about the father, a pre-birth assessment would have followed.",
			"The boy would have been safer if a strategy discussion had been held.",
		}},
	}
	c := practice(t)
	for _, tt := range cases {
		for _, text := range tt.sound {
			if theme := counted(c, text, corpus.LabelDeficit); theme != "" {
				t.Errorf("%s: %q: got a deficit of %s, want none", tt.kind, text, theme)
			}
		}
		for _, text := range tt.lacking {
			if counted(c, text, corpus.LabelDeficit) == "" {
				t.Errorf("%s: %q: got no deficit, want one", tt.kind, text)
			}
		}
	}
}

// counted returns the first theme of which text counts as label.
func counted(c *Coder, text string, label corpus.Label) string {
	for _, coding := range c.Code(Passage(text, corpus.SectionAnalysis)) {
		if coding.Status == corpus.Counted && coding.Label == label {
			return coding.Theme
		}
	}
	return ""
}

func TestOpenersThatCarryTheSentenceBefore(t *testing.T) {
	const before = "Information was not shared with the school. "
	cases := []struct {
		text string
		want int // sentences that count
	}{
		{"The effect was that nobody at the school knew of the order.", 2},
		{"Because of this, the boy went home as usual.", 2},
		{"The consequence was a year in which he was known to no one.", 2},
		{"As a result, she was collected by her father.", 2},
		{"This left the head teacher in the dark.", 2},
		{"As a result of this she was sent home.", 2},
		{"One effect of this was that the girl was sent home.", 2},
		{"For this reason the visit went ahead.", 2},
		{"The result was that the visit went ahead.", 2},
		{"It meant that the girl went home.", 2},
		{"That left the girl at home.", 2},
		{"The result of the blood test was normal.", 1},
		{"The effect of the drugs on the mother is described below.", 1},
		{"The boy was eleven at the time.", 1},
		{"This review was told of it in May.", 1},
		{"This family had moved twice.", 1},
		{"The outcome was a community order for the father.", 1},
	}
	c := practice(t)
	for _, tt := range cases {
		got := 0
		for _, coding := range c.Code(Passage(before+tt.text, corpus.SectionAnalysis)) {
			if coding.Theme == "information_sharing" && coding.Status == corpus.Counted {
				got++
			}
		}
		if got != tt.want {
			t.Errorf("%q: got %d, want %d", tt.text, got, tt.want)
		}
	}
}
