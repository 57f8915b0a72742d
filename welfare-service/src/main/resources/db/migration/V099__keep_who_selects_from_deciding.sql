ALTER TABLE campaign_wave
    ADD CONSTRAINT campaign_wave_selector_does_not_decide CHECK (approved_by <> selected_by),
    ADD CONSTRAINT campaign_wave_payer_took_no_part CHECK (ordered_by <> selected_by AND ordered_by <> proposed_by);
