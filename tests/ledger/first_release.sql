-- A ledger as the first release made it. History: never edited.
PRAGMA application_id = 1212240716;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE decisions (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	target TEXT NOT NULL, 
	action TEXT NOT NULL, 
	field TEXT, 
	value TEXT, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	reading INTEGER, 
	prev TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(reading) REFERENCES readings (seq)
);
INSERT INTO "decisions" VALUES(5,'2026-11-22T11:16:43.170624Z','eaf360b889ff85947e91798632e39b0f129e120bc276e9c7fbd8f6e4028046e1','withdraw',NULL,NULL,'رنا','نسخة تجريبية',NULL,'9703760e4b8ee53f725dbc125bc156cdf7a5e1b6f6cfb4abd198e261350b3409','ca38afff1c92c86148b90297808948110ad1c3dae9a4834356e74866bca26a0e');
INSERT INTO "decisions" VALUES(6,'2026-11-22T11:16:43.180672Z','4e30df637468#0','correct','value','5','Rana','as the statement says',2,'ca38afff1c92c86148b90297808948110ad1c3dae9a4834356e74866bca26a0e','872652463cd3d18b1c98176e618b03d8e9a004c66c7a411f143aefcbe64435bf');
CREATE TABLE documents (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	id TEXT NOT NULL, 
	about TEXT NOT NULL, 
	text TEXT NOT NULL, 
	prev TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE ("key")
);
INSERT INTO "documents" VALUES(1,'2026-11-22T11:16:43.153802Z','4e30df63746893c52921f5e3b81dbc0576f27b6e5e18e981349bd09397f2d9d7','report-1','{"id":"report-1","title":null,"published":"2023-06-06","lang":null,"url":"https://outlet.example/1","outlet":"An outlet","source":null,"extra":{"seen":1},"notes":[]}','"US Central Command said 4 operations in May 2023 killed 2 ISIS operatives and captured 3 others in Syria."','0000000000000000000000000000000000000000000000000000000000000000','88ff46aa64380794ce4058e2deae291cb145fa49a5d95825515960cd25b381f1');
INSERT INTO "documents" VALUES(3,'2026-11-22T11:16:43.164726Z','eaf360b889ff85947e91798632e39b0f129e120bc276e9c7fbd8f6e4028046e1','تقرير','{"id":"تقرير","title":null,"published":null,"lang":null,"url":null,"outlet":null,"source":null,"extra":{},"notes":[]}','"أعلنت القيادة المركزية الأميركية مقتل 22 عنصراً من تنظيم داعش واعتقال 25 آخرين في العراق وسوريا خلال شباط 2023."','48515798e2b300e860b295f551ad48e5737793fc84fa9f32a50f35058cb45485','81b89bcef581bdda3e9b971a1fdbceb0ae7803cbf19b0d7a12e41931e472ac8d');
CREATE TABLE readings (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	document INTEGER NOT NULL, 
	engine TEXT NOT NULL, 
	content TEXT NOT NULL, 
	prev TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(document) REFERENCES documents (seq)
);
INSERT INTO "readings" VALUES(2,'2026-11-22T11:16:43.153802Z',1,'0.1.0+000000000001','{"lang":"en","relevant":true,"figures":[{"measure":"operations","low":4,"high":4,"qualifier":"exact","modality":"asserted","kind":"period","subset":false,"victim":null,"actor":"US Central Command","partners":[],"mode":null,"target":"ISIS","place":{"scope":"IQ+SY","name":"Iraq and Syria","as_written":"IQ+SY","lat":null,"lon":null,"geonames":null},"period":{"start":"2023-05-01","end":"2023-05-31","as_written":"May 2023","basis":"stated"},"attribution":"US Central Command","evidence":{"field":"text","start":24,"end":36,"text":"4 operations"},"confidence":0.86,"trail":["number-digits","noun-event","attribution:said-by","actor:actor-is-claimant","target:target-of-report","place:area-of-coalition","period:date-in-sentence"],"basis":{"attribution":"stated","actor":"inferred","target":"carried","place":"inferred","period":"stated"}},{"measure":"killed","low":2,"high":2,"qualifier":"exact","modality":"asserted","kind":"period","subset":false,"victim":"militant","actor":"US Central Command","partners":[],"mode":null,"target":"ISIS","place":{"scope":"SY","name":"Syria","as_written":"Syria","lat":null,"lon":null,"geonames":163843},"period":{"start":"2023-05-01","end":"2023-05-31","as_written":"May 2023","basis":"stated"},"attribution":"US Central Command","evidence":{"field":"text","start":56,"end":73,"text":"2 ISIS operatives"},"confidence":0.95,"trail":["number-digits","left-any","attribution:said-by","victim:victim-of-group","actor:agent-in-sentence","target:target-group","place:place-in-sentence","period:date-in-sentence"],"basis":{"attribution":"stated","victim":"stated","actor":"stated","target":"stated","place":"stated","period":"stated"}},{"measure":"detained","low":3,"high":3,"qualifier":"exact","modality":"asserted","kind":"period","subset":false,"victim":"militant","actor":"US Central Command","partners":[],"mode":null,"target":"ISIS","place":{"scope":"SY","name":"Syria","as_written":"Syria","lat":null,"lon":null,"geonames":163843},"period":{"start":"2023-05-01","end":"2023-05-31","as_written":"May 2023","basis":"stated"},"attribution":"US Central Command","evidence":{"field":"text","start":87,"end":95,"text":"3 others"},"confidence":0.95,"trail":["number-digits","left-any","attribution:said-by","victim:victim-of-group","actor:actor-carried","target:target-group","place:place-in-sentence","period:date-in-sentence"],"basis":{"attribution":"stated","victim":"stated","actor":"carried","target":"stated","place":"stated","period":"stated"}}],"quotes":[],"facts":[],"assessments":[],"lines_of_effort":[],"notes":[]}','88ff46aa64380794ce4058e2deae291cb145fa49a5d95825515960cd25b381f1','48515798e2b300e860b295f551ad48e5737793fc84fa9f32a50f35058cb45485');
INSERT INTO "readings" VALUES(4,'2026-11-22T11:16:43.164726Z',3,'0.1.0+000000000001','{"lang":"ar","relevant":true,"figures":[{"measure":"killed","low":22,"high":22,"qualifier":"exact","modality":"asserted","kind":"period","subset":false,"victim":"militant","actor":"US Central Command","partners":[],"mode":null,"target":"ISIS","place":{"scope":"IQ+SY","name":"Iraq and Syria","as_written":"العراق وسوريا","lat":null,"lon":null,"geonames":null},"period":{"start":"2023-02-01","end":"2023-02-28","as_written":"شباط 2023","basis":"stated"},"attribution":"US Central Command","evidence":{"field":"text","start":38,"end":61,"text":"22 عنصراً من تنظيم داعش"},"confidence":0.97,"trail":["number-digits","left-masdar","attribution:said-by","victim:victim-of-group","actor:agent-in-sentence","target:target-group","place:place-in-sentence","period:date-in-sentence"],"basis":{"attribution":"stated","victim":"stated","actor":"stated","target":"stated","place":"stated","period":"stated"}},{"measure":"detained","low":25,"high":25,"qualifier":"exact","modality":"asserted","kind":"period","subset":false,"victim":"militant","actor":"US Central Command","partners":[],"mode":null,"target":"ISIS","place":{"scope":"IQ+SY","name":"Iraq and Syria","as_written":"العراق وسوريا","lat":null,"lon":null,"geonames":null},"period":{"start":"2023-02-01","end":"2023-02-28","as_written":"شباط 2023","basis":"stated"},"attribution":"US Central Command","evidence":{"field":"text","start":70,"end":78,"text":"25 آخرين"},"confidence":0.97,"trail":["number-digits","left-masdar","attribution:said-by","victim:victim-of-group","actor:agent-in-sentence","target:target-group","place:place-in-sentence","period:date-in-sentence"],"basis":{"attribution":"stated","victim":"stated","actor":"stated","target":"stated","place":"stated","period":"stated"}}],"quotes":[],"facts":[],"assessments":[],"lines_of_effort":[],"notes":[]}','81b89bcef581bdda3e9b971a1fdbceb0ae7803cbf19b0d7a12e41931e472ac8d','9703760e4b8ee53f725dbc125bc156cdf7a5e1b6f6cfb4abd198e261350b3409');
CREATE TABLE seals (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "seals" VALUES(2,'2026-11-22T11:16:43.153802Z','48515798e2b300e860b295f551ad48e5737793fc84fa9f32a50f35058cb45485');
INSERT INTO "seals" VALUES(4,'2026-11-22T11:16:43.164726Z','9703760e4b8ee53f725dbc125bc156cdf7a5e1b6f6cfb4abd198e261350b3409');
INSERT INTO "seals" VALUES(5,'2026-11-22T11:16:43.170624Z','ca38afff1c92c86148b90297808948110ad1c3dae9a4834356e74866bca26a0e');
INSERT INTO "seals" VALUES(6,'2026-11-22T11:16:43.180672Z','872652463cd3d18b1c98176e618b03d8e9a004c66c7a411f143aefcbe64435bf');
CREATE INDEX readings_document ON readings (document);
CREATE TRIGGER documents_never_changed BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER documents_never_deleted BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER documents_never_replaced BEFORE INSERT ON documents WHEN EXISTS (SELECT 1 FROM documents WHERE seq = NEW.seq OR key = NEW.key) BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER readings_never_changed BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER readings_never_deleted BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER readings_never_replaced BEFORE INSERT ON readings WHEN EXISTS (SELECT 1 FROM readings WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER decisions_never_changed BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER decisions_never_deleted BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER decisions_never_replaced BEFORE INSERT ON decisions WHEN EXISTS (SELECT 1 FROM decisions WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER seals_never_changed BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER seals_never_deleted BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
CREATE TRIGGER seals_never_replaced BEFORE INSERT ON seals WHEN EXISTS (SELECT 1 FROM seals WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'a ledger is append only'); END;
COMMIT;
