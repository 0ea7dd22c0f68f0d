import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { createClient } from '../../../ui/client.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import {
  directoryContract,
  type expertDetail,
  type organisationDetail,
  type organisationSummary,
} from '../contract.ts';
import type { CarrierType, OrganisationKind } from '../domain/directory.policy.ts';
import type { EntrySubject } from '../domain/entry.workflow.ts';
import type { LanguageCode } from '../domain/experts.ts';
import type { FacilityCategory } from '../domain/facilities.ts';
import { facilitiesContract, type booking, type facilityDetail } from '../facilities-contract.ts';
import { peopleContract, type claim, type people } from '../people-contract.ts';

export const directoryClient = createClient(directoryContract);
export const peopleClient = createClient(peopleContract);
export const facilitiesClient = createClient(facilitiesContract);

export type OrganisationSummary = z.infer<typeof organisationSummary>;
export type OrganisationDetail = z.infer<typeof organisationDetail>;
export type ExpertDetail = z.infer<typeof expertDetail>;
export type FacilityDetail = z.infer<typeof facilityDetail>;
export type Booking = z.infer<typeof booking>;
export type Claim = z.infer<typeof claim>;
export type People = z.infer<typeof people>;

type ListInput = {
  q?: string | undefined;
  region?: string | undefined;
  page?: number;
  pageSize?: number;
};

export const expertsQuery = (
  input: ListInput & { field?: string | undefined; language?: LanguageCode | undefined },
) =>
  queryOptions({
    queryKey: ['experts', 'list', input, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.listExperts(input, { signal }),
  });

export const expertQuery = (id: string) =>
  queryOptions({
    queryKey: ['experts', 'one', id, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.getExpert({ id }, { signal }),
  });

export const organisationsQuery = (
  input: ListInput & {
    kind?: OrganisationKind | undefined;
    carrierType?: CarrierType | undefined;
  },
) =>
  queryOptions({
    queryKey: ['organisations', 'list', input, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.listOrganisations(input, { signal }),
  });

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', id, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.getOrganisation({ id }, { signal }),
  });

export const similarOrganisationsQuery = (input: { name: string; uscc: string }) =>
  queryOptions({
    queryKey: ['organisations', 'similar', input, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.findSimilarOrganisations(input, { signal }),
  });

export const similarExpertsQuery = (input: {
  name: string;
  organisationName: string;
  orcid: string;
}) =>
  queryOptions({
    queryKey: ['experts', 'similar', input, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.findSimilarExperts(input, { signal }),
  });

export const historyQuery = (subject: EntrySubject, id: string) =>
  queryOptions({
    queryKey: [`${subject}History`, id, currentLanguage()],
    queryFn: ({ signal }) => {
      if (subject === 'organisation') {
        return directoryClient.getOrganisationHistory({ id }, { signal });
      }
      return subject === 'expert'
        ? directoryClient.getExpertHistory({ id }, { signal })
        : facilitiesClient.getFacilityHistory({ id }, { signal });
    },
  });

export const comparisonQuery = (subject: EntrySubject, id: string, from: number, to: number) =>
  queryOptions({
    queryKey: [`${subject}History`, id, from, to, currentLanguage()],
    queryFn: ({ signal }) => {
      const input = { id, from, to };
      if (subject === 'organisation') {
        return directoryClient.compareOrganisation(input, { signal });
      }
      return subject === 'expert'
        ? directoryClient.compareExpert(input, { signal })
        : facilitiesClient.compareFacility(input, { signal });
    },
  });

export const peopleQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, currentLanguage()],
    queryFn: ({ signal }) => peopleClient.listPeople({ id }, { signal }),
  });

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token, currentLanguage()],
    queryFn: ({ signal }) => peopleClient.getInvitation({ token }, { signal }),
  });

export const claimsQuery = () =>
  queryOptions({
    queryKey: ['claims', currentLanguage()],
    queryFn: ({ signal }) => peopleClient.listClaims(undefined, { signal }),
  });

export const facilitiesQuery = (
  input: ListInput & {
    category?: FacilityCategory | undefined;
    bookable?: boolean | undefined;
  },
) =>
  queryOptions({
    queryKey: ['facilities', 'list', input, currentLanguage()],
    queryFn: ({ signal }) =>
      facilitiesClient.listFacilities(
        { ...input, bookable: input.bookable ? 'true' : undefined },
        { signal },
      ),
  });

export const facilityQuery = (id: string) =>
  queryOptions({
    queryKey: ['facilities', 'one', id, currentLanguage()],
    queryFn: ({ signal }) => facilitiesClient.getFacility({ id }, { signal }),
  });

export const slotsQuery = (id: string, from: string | undefined) =>
  queryOptions({
    queryKey: ['slots', id, from, currentLanguage()],
    queryFn: ({ signal }) => facilitiesClient.getSlots({ id, from, days: 7 }, { signal }),
  });

export const bookingsQuery = (facilityId: string) =>
  queryOptions({
    queryKey: ['bookings', facilityId, currentLanguage()],
    queryFn: ({ signal }) => facilitiesClient.listBookings({ id: facilityId }, { signal }),
  });

export const myBookingsQuery = () =>
  queryOptions({
    queryKey: ['bookings', 'mine', currentLanguage()],
    queryFn: ({ signal }) => facilitiesClient.listMyBookings(undefined, { signal }),
  });
