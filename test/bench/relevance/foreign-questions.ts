import type { Question } from '../search/engine.js';

/** What people ask elsewhere: of no help desk for programs should an article fit any of these. */
export const foreignQuestions: readonly Question[] = [
  [
    'Washing machine leaks at the door',
    'Since last week water runs out at the bottom of the door during the spin cycle. I cleaned the rubber seal twice and checked the drain hose. The drum makes a scraping noise as well. Is the pump broken?',
  ],
  [
    'Refund for cancelled flight',
    'My flight to Lisbon was cancelled two hours before departure. I paid for a hotel myself and would like to know how I claim the fare and the costs of the night.',
  ],
  [
    'Parcel never arrived',
    'The carrier says that my parcel was handed to a neighbour, but nobody in the house has it. It contained a pair of winter boots, size 42. Can you send another pair?',
  ],
  [
    'Baby car seat does not click in',
    'The seat wobbles on its base although the indicator is green. We tried it in two cars. Is it safe to drive with it?',
  ],
  [
    'Sourdough does not rise',
    'I feed my starter every morning with rye flour. It bubbles, but the loaf stays flat and dense. Should the kitchen be warmer?',
  ],
  [
    'Wrong meter reading on gas bill',
    'The bill says 4,312 cubic metres although the meter in the cellar shows 3,871. Please correct it before you take the money.',
  ],
  [
    'Blood pressure tablets and grapefruit',
    'The leaflet warns of grapefruit juice. I drank a glass this morning. Do I have to see a physician?',
  ],
  [
    'Bicycle gears slip under load',
    'When I pedal uphill the chain jumps from the third sprocket. I replaced the cassette in spring, the chain is four years old.',
  ],
  [
    'Change of seat for the opera',
    'I booked two tickets in the stalls for Tosca on Friday. My mother is in a wheelchair now. Can we have seats near the aisle?',
  ],
  [
    'Roof tiles damaged by hail',
    'The storm broke nine tiles and the gutter. Does my household insurance pay for the scaffolding too? I have photographs of the damage.',
  ],
  [
    'Dog refuses new kibble',
    'Our spaniel leaves the salmon kibble and only eats chicken. She has lost two pounds. May I mix both sorts?',
  ],
  [
    'Tomato leaves turn yellow',
    'The lower leaves have brown rings and fall off. The plants stand in the greenhouse, and I water them every evening.',
  ],
  [
    'Late fee for library books',
    'I returned three novels on the ninth, the drop box was full. You charged me for eleven days.',
  ],
  [
    'Boiler shows low water pressure',
    'The needle is at 0.4 bar and the radiators upstairs stay cold. How do I refill the heating circuit?',
  ],
  [
    'Lost my train pass',
    'I left my annual pass on the regional train to Ghent. What does a replacement cost, and may I travel with the receipt until then?',
  ],
  [
    'Guitar string buzzes',
    'The low E string buzzes on the first three frets since the weather became dry. Is it the truss rod or the nut?',
  ],
  [
    'Appointment for a passport',
    'My passport expires in March and we travel in February. All appointments at the town hall are taken. Is there a faster way?',
  ],
  [
    'Allergy to wool blanket',
    'After one night my arms were covered in a red rash. The label says pure merino. Do you have it in cotton?',
  ],
  [
    'Paint peels off the garden fence',
    'I sanded the wood, used your primer and two coats of varnish in June. Now it comes off in flakes on the sunny side.',
  ],
  [
    'Rent increase without notice',
    'The landlord wants ninety more per month from January, without a letter. The lease says three months. What are my rights?',
  ],
  [
    'Knitting pattern, sleeve too long',
    'I followed the chart for size M and have 86 stitches at the cuff. The sleeve reaches my fingertips. Where should I decrease?',
  ],
  [
    'Swimming course for children',
    'My daughter is six and afraid of deep water. Is there still a place in the Tuesday class, and does she need goggles?',
  ],
  [
    'Fridge freezes the vegetables',
    'Lettuce and cucumbers in the lower drawer freeze although the dial is at two. The rear wall is covered with ice.',
  ],
  [
    'Truck blocked by customs',
    'Our load of ceramic tiles has stood at the border since Monday because the certificate of origin lacks a stamp.',
  ],
  [
    'Espresso tastes sour',
    'I grind eighteen grams and stop after twenty-five seconds. The beans are a light roast from Ethiopia. Finer or hotter?',
  ],
  [
    'School lunch without gluten',
    'Our son was diagnosed with coeliac disease. Can the canteen cook for him, or may he bring his own meal?',
  ],
  [
    'Tent pole snapped in the wind',
    'The second pole broke at the ferrule on the first night. We are camping until Sunday. Is there a repair sleeve?',
  ],
  [
    'Wine delivery with broken bottles',
    'Four of twelve bottles of Riesling were shattered in the box and the labels of the others are stained.',
  ],
  [
    'Pension payment is missing',
    'The transfer for October did not come although I sent the certificate of life in August, stamped by the consulate.',
  ],
  [
    'Piano needs tuning after moving',
    'We moved the upright from the second floor to a house near the sea. How long should it rest before a tuner comes?',
  ],
  [
    'Wasps under the balcony',
    'There is a nest as large as a football. My wife is allergic to stings. Does the municipality remove it?',
  ],
  [
    'Concrete cracked after frost',
    'The slab of the garage was poured in November. There are hairline cracks at every corner. Must it be torn out?',
  ],
  [
    'Horse limps after shoeing',
    'The farrier came on Saturday. Since then she spares the left foreleg and the hoof is warm.',
  ],
  [
    'Voucher for the spa has expired',
    'I was given the voucher for a massage two years ago, and it was closed for half of that time.',
  ],
  [
    'Marathon bib for a friend',
    'I pulled a hamstring and cannot run in April. May my brother start with my number?',
  ],
  [
    'Chimney smokes into the room',
    'When the wind is from the west the stove fills the parlour with smoke. The sweep found nothing in the flue.',
  ],
].map(([subject = '', description = '']) => ({ subject, description }));
