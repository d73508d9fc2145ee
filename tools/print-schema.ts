import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { buildGatewaySchema } from '../resolvers/schema.js';

const target = new URL('../schema/schema.graphql', import.meta.url);
writeFileSync(target, `${printSchema(buildGatewaySchema())}\n`);
