import type { EnteredService, ListedService, SupportServices } from '../../database/referrals/supportServices';
import { fitsWish, type PartnerRoute } from '../../domain/referrals/supportService';
import { publicRoutesAlone, routeRefused, type PartnerRoutes } from '../../gateways/supportService/partnerRoutes';
import { pageOf } from '../http/answerShapes';
import {
  enteredService,
  enteredServices,
  importedShape,
  listedServiceShape,
  servicePath,
  serviceQuery,
  serviceShape,
} from './directoryContract';
import { endpoint, type Endpoint } from '../http/endpoint';
import { notFound, Problem, type Fault } from '../http/errors';
import { etag, requiredVersion } from '../http/preconditions';

/** The force's directory of support services: for referral, and for signposting victims who decline it. */
export function supportServices(
  { supportServices: directory }: { readonly supportServices: SupportServices },
  routes: PartnerRoutes = publicRoutesAlone
): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/support-services',
      summary: 'The support services of your force, by need, area and language',
      query: serviceQuery,
      answers: { 200: { description: 'All that fit, by name.', schema: pageOf(listedServiceShape) } },
      async handle({ caller, query: { closed, ...wish } }) {
        const services = await directory.servicesOf(caller.force);
        const items = services.filter((each) => (each.open || closed === 'true') && fitsWish(each, wish));
        return { status: 200, body: { items: items.map(shown) } };
      },
    }),
    endpoint({
      method: 'put',
      path: '/support-services',
      summary: 'Take over a list of support services: each is added, or put in place of the one with its code',
      description: 'The list is taken whole or not at all. Services that it does not name stay as they are.',
      body: enteredServices,
      answers: { 200: { description: 'Taken over.', schema: importedShape } },
      async handle({ caller, body: { services }, now }) {
        const faults = services.flatMap(({ route }, index) => routeFaults(route, routes, `/services/${index}`));
        if (faults.length > 0) throw wrong(faults.slice(0, 50));
        const saved = await directory.saveServices(caller.force, services, { by: caller.id, now });
        if (saved === 'changed') throw changed();
        return { status: 200, body: saved };
      },
    }),
    endpoint({
      method: 'get',
      path: '/support-services/{code}',
      summary: 'One support service, with its route and its partners',
      params: servicePath,
      etag: true,
      answers: { 200: { description: 'The service.', schema: serviceShape } },
      async handle({ caller, params: { code } }) {
        const service = await directory.findService([caller.force], code);
        if (!service || service === 'noDirectory') throw notFound();
        return { status: 200, body: service, headers: etag(service.version) };
      },
    }),
    endpoint({
      method: 'put',
      path: '/support-services/{code}',
      summary: 'Enter a support service, or change it',
      params: servicePath,
      body: enteredService,
      ifMatch: 'optional',
      etag: true,
      answers: { 200: { description: 'The service as it is now.', schema: serviceShape } },
      async handle(asked) {
        const { caller, params, body, now } = asked;
        const faults = routeFaults(body.route, routes, '');
        if (faults.length > 0) throw wrong(faults);
        const known = await directory.findService([caller.force], params.code);
        const isKnown = known !== undefined && known !== 'noDirectory';
        const seenVersion = isKnown ? requiredVersion(asked, known.version) : 0;
        const entered: EnteredService = { code: params.code, ...body };
        const saved = await directory.saveServices(caller.force, [entered], { by: caller.id, now, seenVersion });
        if (saved === 'changed') throw changed();
        const service = await directory.findService([caller.force], params.code);
        if (!service || service === 'noDirectory') throw notFound();
        return { status: 200, body: service, headers: etag(service.version) };
      },
    }),
  ];
}

function routeFaults(route: PartnerRoute | undefined, routes: PartnerRoutes, at: string): Fault[] {
  const message = route && routeRefused(route, routes);
  if (route === undefined || message === undefined) return [];
  return [{ pointer: `${at}/route/${route.kind === 'http' ? 'url' : 'address'}`, message }];
}

function wrong(errors: readonly Fault[]): Problem {
  return new Problem('invalidBody', 'The body is not as it should be.', { errors });
}

function changed(): Problem {
  return new Problem('preconditionFailed', 'The directory has changed since you read it. Read it again.');
}

function shown({ route: _route, partners: _partners, version: _version, ...listed }: ListedService) {
  return listed;
}
