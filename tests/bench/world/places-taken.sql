-- An activity counts the places it has given away; run when its referrals are there.
update activity a set referral_places_taken = held.places
  from (select municipality_id, activity_id, count(*)::int as places
          from referral where status in ('accepted', 'in_progress') group by municipality_id, activity_id) held
 where a.municipality_id = held.municipality_id and a.id = held.activity_id;
