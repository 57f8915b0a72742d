-- Nobody is selected twice in a campaign, so a second one of the year would pay the same people again; latecomers are a further wave.
ALTER TABLE campaign ADD CONSTRAINT campaign_one_a_year UNIQUE (programme, year);
