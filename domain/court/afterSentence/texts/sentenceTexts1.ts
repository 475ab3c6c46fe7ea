import type { SentenceTexts } from './sentenceText';

export const sentenceTexts1: SentenceTexts = {
  version: 1,
  texts: {
    imprisonment: {
      en: {
        name: 'Prison',
        means:
          'They go to prison. Most people serve part of the time in prison and the rest at home, under rules. If they break the rules, they can be sent back to prison.',
      },
      cy: {
        name: 'Carchar',
        means:
          'Byddan nhw’n mynd i’r carchar. Mae’r rhan fwyaf yn treulio rhan o’r amser yn y carchar a’r gweddill gartref, o dan reolau. Os torran nhw’r rheolau, gellir eu hanfon yn ôl i’r carchar.',
      },
    },
    lifeImprisonment: {
      en: {
        name: 'Life in prison',
        means:
          'They go to prison. The judge sets the least time that they must stay there. After that, the Parole Board says if it is safe to let them out. If they are let out, they live under rules for the rest of their life. They can be sent back to prison.',
      },
      cy: {
        name: 'Carchar am oes',
        means:
          'Byddan nhw’n mynd i’r carchar. Mae’r barnwr yn gosod yr amser lleiaf y mae’n rhaid iddyn nhw aros yno. Wedyn, bydd y Bwrdd Parôl yn dweud a yw’n ddiogel eu gollwng yn rhydd. Os cân nhw eu rhyddhau, byddan nhw’n byw o dan reolau am weddill eu hoes. Gellir eu hanfon yn ôl i’r carchar.',
      },
    },
    extendedImprisonment: {
      en: {
        name: 'Prison, with more time under rules',
        means:
          'The judge thinks that they may harm people again. They go to prison. When they come out, they live under rules for longer than most people. In most cases, the Parole Board says when it is safe to let them out.',
      },
      cy: {
        name: 'Carchar, gyda mwy o amser o dan reolau',
        means:
          'Mae’r barnwr yn meddwl y gallen nhw niweidio pobl eto. Byddan nhw’n mynd i’r carchar. Pan ddôn nhw allan, byddan nhw’n byw o dan reolau am fwy o amser na’r rhan fwyaf. Fel arfer, y Bwrdd Parôl sy’n dweud pryd mae’n ddiogel eu rhyddhau.',
      },
    },
    detentionAndTraining: {
      en: {
        name: 'Detention and training order',
        means:
          'This is for young people under 18. They are kept in a secure place for part of the time. They learn and train there. For the rest of the time they live at home, and a worker checks on them.',
      },
      cy: {
        name: 'Gorchymyn cadw a hyfforddi',
        means:
          'Mae hwn i bobl ifanc o dan 18 oed. Cân nhw eu cadw mewn lle diogel am ran o’r amser. Byddan nhw’n dysgu ac yn hyfforddi yno. Am weddill yr amser byddan nhw’n byw gartref, a bydd gweithiwr yn cadw golwg arnyn nhw.',
      },
    },
    suspendedImprisonment: {
      en: {
        name: 'Suspended sentence',
        means:
          'The court gave them time in prison, but they do not go there now. They must stay out of trouble for a set time. They may have to keep to rules too. If they do not, they can be sent to prison.',
      },
      cy: {
        name: 'Dedfryd ohiriedig',
        means:
          'Rhoddodd y llys amser yn y carchar iddyn nhw, ond dydyn nhw ddim yn mynd yno nawr. Rhaid iddyn nhw gadw allan o drwbl am amser penodol. Efallai y bydd rhaid iddyn nhw gadw at reolau hefyd. Os na wnân nhw hynny, gellir eu hanfon i’r carchar.',
      },
    },
    communityOrder: {
      en: {
        name: 'Community order',
        means:
          'They do not go to prison. They must do what the court has set. This can be work for no pay, a course, or help to stop drinking. If they do not do it, they go back to court.',
      },
      cy: {
        name: 'Gorchymyn cymunedol',
        means:
          'Dydyn nhw ddim yn mynd i’r carchar. Rhaid iddyn nhw wneud yr hyn mae’r llys wedi’i osod. Gall hyn fod yn waith di-dâl, yn gwrs, neu’n help i roi’r gorau i yfed. Os na wnân nhw hynny, byddan nhw’n mynd yn ôl i’r llys.',
      },
    },
    fine: {
      en: {
        name: 'Fine',
        means: 'They must pay money to the court as a punishment. This money does not come to you.',
      },
      cy: {
        name: 'Dirwy',
        means: 'Rhaid iddyn nhw dalu arian i’r llys fel cosb. Nid yw’r arian hwn yn dod atoch chi.',
      },
    },
    compensation: {
      en: {
        name: 'Money for you (compensation)',
        means:
          'They must pay you money for the harm or the loss. They pay the court, and the court pays you. It may come in small parts and take a long time. You do not have to ask them for it.',
      },
      cy: {
        name: 'Arian i chi (iawndal)',
        means:
          'Rhaid iddyn nhw dalu arian i chi am y niwed neu’r golled. Maen nhw’n talu’r llys, ac mae’r llys yn eich talu chi. Gall ddod fesul tipyn a chymryd amser hir. Does dim rhaid i chi ofyn iddyn nhw amdano.',
      },
    },
    conditionalDischarge: {
      en: {
        name: 'Conditional discharge',
        means:
          'They are guilty, but they are not punished now. If they commit a crime in the time that the court set, they can be punished for this one as well.',
      },
      cy: {
        name: 'Rhyddhad amodol',
        means:
          'Maen nhw’n euog, ond dydyn nhw ddim yn cael eu cosbi nawr. Os byddan nhw’n troseddu yn yr amser a osododd y llys, gellir eu cosbi am y drosedd hon hefyd.',
      },
    },
    absoluteDischarge: {
      en: {
        name: 'Absolute discharge',
        means: 'They are guilty, but the court has chosen not to punish them.',
      },
      cy: {
        name: 'Rhyddhad diamod',
        means: 'Maen nhw’n euog, ond mae’r llys wedi dewis peidio â’u cosbi.',
      },
    },
    hospitalOrder: {
      en: {
        name: 'Hospital order',
        means:
          'They are ill in their mind. They go to a hospital to be treated, not to prison. The doctors there say when they are well enough to leave.',
      },
      cy: {
        name: 'Gorchymyn ysbyty',
        means:
          'Maen nhw’n sâl eu meddwl. Byddan nhw’n mynd i ysbyty i gael eu trin, nid i’r carchar. Y meddygon yno sy’n dweud pryd maen nhw’n ddigon da i adael.',
      },
    },
    hospitalOrderWithRestriction: {
      en: {
        name: 'Hospital order with a restriction',
        means:
          'They are ill in their mind, and they may harm people. They go to a hospital to be treated. They cannot leave just because their doctor says so. The government or a special court must agree that it is safe.',
      },
      cy: {
        name: 'Gorchymyn ysbyty gyda chyfyngiad',
        means:
          'Maen nhw’n sâl eu meddwl, a gallen nhw niweidio pobl. Byddan nhw’n mynd i ysbyty i gael eu trin. Dydyn nhw ddim yn cael gadael dim ond am fod eu meddyg yn dweud hynny. Rhaid i’r llywodraeth neu lys arbennig gytuno ei bod yn ddiogel.',
      },
    },
    referralOrder: {
      en: {
        name: 'Referral order',
        means:
          'This is for young people under 18. They meet people who live near them, and agree what they will do to put things right. You may be asked if you want to take part. You do not have to.',
      },
      cy: {
        name: 'Gorchymyn cyfeirio',
        means:
          'Mae hwn i bobl ifanc o dan 18 oed. Byddan nhw’n cwrdd â phobl leol, ac yn cytuno beth wnân nhw i wneud iawn am bethau. Efallai y gofynnir i chi a ydych chi am gymryd rhan. Does dim rhaid i chi.',
      },
    },
    youthRehabilitationOrder: {
      en: {
        name: 'Youth rehabilitation order',
        means:
          'This is for young people under 18. They stay at home, but must keep to rules that the court has set. They may have to be in at night, or meet a worker each week. If they do not, they go back to court.',
      },
      cy: {
        name: 'Gorchymyn adsefydlu ieuenctid',
        means:
          'Mae hwn i bobl ifanc o dan 18 oed. Byddan nhw’n aros gartref, ond rhaid iddyn nhw gadw at reolau’r llys. Efallai y bydd rhaid iddyn nhw fod i mewn gyda’r nos, neu gwrdd â gweithiwr bob wythnos. Os na wnân nhw hynny, byddan nhw’n mynd yn ôl i’r llys.',
      },
    },
    restrainingOrder: {
      en: {
        name: 'Restraining order',
        means:
          'It says what they must not do. This may be to call you, write to you or come near your home. If they break it, they commit a crime. Tell the police at once. If you are in danger, call 999.',
      },
      cy: {
        name: 'Gorchymyn atal',
        means:
          'Mae’n dweud beth na chân nhw ei wneud. Gall hyn fod yn eich ffonio, ysgrifennu atoch neu ddod yn agos at eich cartref. Os torran nhw’r gorchymyn, maen nhw’n troseddu. Dywedwch wrth yr heddlu ar unwaith. Os ydych mewn perygl, ffoniwch 999.',
      },
    },
    criminalBehaviourOrder: {
      en: {
        name: 'Criminal behaviour order',
        means:
          'It says what they must not do, or where they must not go. It may also say what they must do to get help. If they break it, they commit a crime. You can tell the police.',
      },
      cy: {
        name: 'Gorchymyn ymddygiad troseddol',
        means:
          'Mae’n dweud beth na chân nhw ei wneud, neu ble na chân nhw fynd. Gall ddweud hefyd beth mae’n rhaid iddyn nhw ei wneud i gael help. Os torran nhw’r gorchymyn, maen nhw’n troseddu. Gallwch ddweud wrth yr heddlu.',
      },
    },
    sexualHarmPreventionOrder: {
      en: {
        name: 'Sexual harm prevention order',
        means:
          'It keeps people safe from sexual harm. It says what they must not do, such as be near some places or go online alone. If they break it, they commit a crime. You can tell the police.',
      },
      cy: {
        name: 'Gorchymyn atal niwed rhywiol',
        means:
          'Mae’n cadw pobl yn ddiogel rhag niwed rhywiol. Mae’n dweud beth na chân nhw ei wneud, fel bod yn agos at rai lleoedd neu fynd ar-lein ar eu pen eu hunain. Os torran nhw’r gorchymyn, maen nhw’n troseddu. Gallwch ddweud wrth yr heddlu.',
      },
    },
    confiscation: {
      en: {
        name: 'Money taken back (confiscation)',
        means:
          'They must pay back what they gained from crime. Some of it may be used to pay you, if the court says so. If they do not pay, they can be sent to prison and still owe the money.',
      },
      cy: {
        name: 'Arian a gymerir yn ôl (atafaelu)',
        means:
          'Rhaid iddyn nhw dalu’n ôl yr hyn a gawson nhw drwy droseddu. Gellir defnyddio peth ohono i’ch talu chi, os yw’r llys yn dweud hynny. Os na thalan nhw, gellir eu hanfon i’r carchar a bydd yr arian yn dal yn ddyledus.',
      },
    },
    drivingDisqualification: {
      en: {
        name: 'Driving ban',
        means: 'They must not drive for the time that the court set. If they drive, they commit a crime.',
      },
      cy: {
        name: 'Gwaharddiad gyrru',
        means: 'Chân nhw ddim gyrru am yr amser a osododd y llys. Os gyrran nhw, maen nhw’n troseddu.',
      },
    },
    deprivationOfProperty: {
      en: {
        name: 'Things taken away',
        means:
          'The court takes away things that they used in the crime, such as a phone or a car. If any of them are yours, tell us.',
      },
      cy: {
        name: 'Cymryd pethau oddi arnyn nhw',
        means:
          'Mae’r llys yn cymryd y pethau a ddefnyddion nhw yn y drosedd, fel ffôn neu gar. Os oes unrhyw un ohonyn nhw’n perthyn i chi, dywedwch wrthym.',
      },
    },
    otherwiseDealtWith: {
      en: {
        name: 'Dealt with in another way',
        means:
          'The court dealt with them in a way that is not on our list. We will find out what it means and tell you.',
      },
      cy: {
        name: 'Delio â nhw mewn ffordd arall',
        means:
          'Deliodd y llys â nhw mewn ffordd nad yw ar ein rhestr. Byddwn yn cael gwybod beth mae’n ei olygu ac yn dweud wrthych.',
      },
    },
  },
};
